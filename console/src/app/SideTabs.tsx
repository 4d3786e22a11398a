import type { Occurrence, RecordPage, Turn } from '@/api/types';
import { AnalysisTab } from '@/features/analysis/AnalysisTab';
import { AttachmentsTab } from '@/features/details/AttachmentsTab';
import { DetailsTab } from '@/features/details/DetailsTab';
import { TimelineTab } from '@/features/timeline/TimelineTab';
import { m } from '@/shared/messages';
import { useRights } from '@/shared/rights';
import { TABS, type Tab } from '@/shared/urlState';
import Tabs from '@cloudscape-design/components/tabs';
import type { ReactNode } from 'react';
import { useRetry } from './queries';
import type { Notice } from './useNotice';

interface Props {
  page: RecordPage;
  turns: readonly Turn[];
  tab: Tab | null;
  onTab: (tab: Tab) => void;
  onJump: (place: Occurrence) => void;
  onGo: (millis: number) => void;
  notice: (notice: Notice) => void;
  /** Nothing can be changed from here. */
  readOnly: boolean;
  /** Null where nobody comments. */
  comments: ReactNode;
  /** Null where it stands beside the tabs. */
  transcript: ReactNode;
}

export function SideTabs({ page, turns, tab, onTab, onJump, onGo, notice, readOnly, comments, transcript }: Props) {
  const shownTabs = TABS.filter((id) => (id !== 'transcript' || transcript) && (id !== 'comments' || comments));
  const shown = shownTabs.find((id) => id === tab) ?? shownTabs[0];
  const contents: { [tab in Tab]: () => ReactNode } = {
    transcript: () => transcript,
    analysis: () => <AnalysisTab {...{ page, turns, onJump, onGo }} />,
    comments: () => comments,
    details: () => <DetailsTab page={page} />,
    attachments: () => <AttachmentsTab page={page} />,
    timeline: () => <Timeline {...{ page, notice, readOnly }} />,
  };
  const counts: { [tab in Tab]?: number } = { comments: page.comments };
  return (
    <Tabs
      ariaLabel={m.record.moreAbout}
      activeTabId={shown}
      onChange={({ detail }) => onTab(detail.activeTabId as Tab)}
      disableContentPaddings
      i18nStrings={{ scrollLeftAriaLabel: m.record.tabsBack, scrollRightAriaLabel: m.record.tabsOn }}
      tabs={shownTabs.map((id) => ({
        id,
        label: m.record.tab(m.record.tabs[id], counts[id] ?? 0),
        content: <div className="tab-scroll">{id === shown && contents[id]()}</div>,
      }))}
    />
  );
}

function Timeline({ page, notice, readOnly }: Pick<Props, 'page' | 'notice' | 'readOnly'>) {
  const retry = useRetry(page.contactId);
  const { may } = useRights();
  const onRetry = (step: keyof typeof m.steps) =>
    retry.mutate(step, {
      onSuccess: () => notice({ type: 'success', text: m.timeline.started(m.steps[step]) }),
      onError: (error) => notice({ type: 'error', text: error.message }),
    });
  return <TimelineTab page={page} retrying={retry.isPending ? (retry.variables ?? null) : null} onRetry={readOnly || !may('annotate') ? null : onRetry} />;
}
