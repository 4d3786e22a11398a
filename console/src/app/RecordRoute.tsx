import { ApiProblem } from '@/api/client';
import type { Occurrence, RecordPage, Turn } from '@/api/types';
import { AnalysisTab } from '@/features/analysis/AnalysisTab';
import { AttachmentsTab } from '@/features/details/AttachmentsTab';
import { DetailsTab } from '@/features/details/DetailsTab';
import { PlayerPanel } from '@/features/player/PlayerPanel';
import { TimelineTab } from '@/features/timeline/TimelineTab';
import { TranscriptPanel, type Search } from '@/features/transcript/TranscriptPanel';
import { Empty, WhyEmpty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import type { Loop } from '@/shared/playback/course';
import type { Playback } from '@/shared/playback/playback';
import { TimeWindow } from '@/shared/playback/timeWindow';
import { occurrenceMillis, search as searchTurns } from '@/shared/turns';
import { TABS, type Tab } from '@/shared/urlState';
import { useNarrow } from '@/shared/useMedia';
import { why } from '@/shared/why';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Spinner from '@cloudscape-design/components/spinner';
import Tabs from '@cloudscape-design/components/tabs';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { KeysDialog } from './KeysDialog';
import { useRecord, useRetry, useSwapSides, useTranscript } from './queries';
import { RecordHeader } from './RecordHeader';
import { useNotice, type Notice } from './useNotice';
import { usePlaybackOf } from './usePlaybackOf';
import { useRecordKeys } from './useRecordKeys';
import { useRecordState } from './useRecordState';

const NO_TURNS: readonly Turn[] = [];

export default function RecordRoute() {
  const { contactId = '' } = useParams();
  const record = useRecord(contactId);
  const missing = record.error instanceof ApiProblem && record.error.status === 404;
  useEffect(() => {
    document.title = record.data ? `${record.data.name} · ${m.product}` : m.product;
  }, [record.data]);

  if (missing) {
    return (
      <Empty title={m.record.missing} wholePage>
        <p className="mono">{contactId}</p>
        <p>{m.record.missingHow}</p>
        <Link className="link" to="/contacts">
          {m.toContacts}
        </Link>
      </Empty>
    );
  }
  if (!record.data) {
    return record.error ? (
      <Empty title={record.error.message} wholePage>
        <p>{m.unreachableFirst}</p>
        <Button onClick={() => void record.refetch()}>{m.tryAgain}</Button>
      </Empty>
    ) : (
      <Empty title={<Spinner size="large" />}>{m.loading}</Empty>
    );
  }
  return <Record key={contactId} page={record.data} gone={record.error !== null} />;
}

function Record({ page, gone }: { page: RecordPage; gone: boolean }) {
  const { contactId } = page;
  const state = useRecordState();
  const notice = useNotice();
  const transcript = useTranscript(contactId, page);
  const turns = transcript.data?.turns ?? NO_TURNS;
  const playback = usePlaybackOf(page, state.startMillis, state.startLoop);
  const [timeWindow] = useState(() => new TimeWindow());
  useKeepTime(playback, state.setTime);
  useKeepLoop(playback, state.setLoop);

  const [spotlight, setSpotlight] = useState<Occurrence | null>(null);
  const jump = useCallback(
    (place: Occurrence) => {
      setSpotlight({ ...place });
      const millis = occurrenceMillis(turns, place);
      if (millis !== null) playback?.seek(millis);
    },
    [turns, playback],
  );
  const search = useSearch(turns, state.query, state.setQuery, () => setSpotlight(null));
  const marks = useMemo(
    () => search.hits.map((hit) => occurrenceMillis(turns, hit)).filter((millis) => millis !== null),
    [search.hits, turns],
  );

  const searchBox = useRef<HTMLInputElement>(null);
  const [keysOpen, setKeysOpen] = useState(false);
  const copyLink = useCopyLink(playback, notice.show);
  useRecordKeys({
    playback,
    recording: page.recording ?? null,
    timeWindow,
    turns,
    searchBox,
    onCopyLink: copyLink,
    onHelp: () => setKeysOpen(true),
  });

  const narrow = useNarrow();
  const transcriptPanel = page.transcript ? (
    <TranscriptPanel
      contactId={contactId}
      turns={turns}
      durationMillis={page.recording?.durationMillis ?? 0}
      summary={page.transcript}
      sentiment={page.analysis.whole.sentiment ?? null}
      search={search}
      spotlight={spotlight}
      playback={playback}
      searchBox={searchBox}
      loading={!transcript.data}
    />
  ) : (
    <section className="transcript panel" aria-label={m.transcript.region}>
      <WhyEmpty why={why(page, 'transcript')} />
    </section>
  );

  return (
    <div className="record">
      <RecordHeader page={page} />
      {gone && <Alert type="warning">{m.unreachable}</Alert>}
      <NoticeLine notice={notice.notice} />
      <Player page={page} turns={turns} marks={marks} playback={playback} timeWindow={timeWindow} onCopyLink={copyLink} />
      <div className="record-body">
        {!narrow && transcriptPanel}
        <div className="panel side">
          <SideTabs page={page} tab={state.tab} onTab={state.setTab} onJump={jump} notice={notice.show}>
            {narrow ? transcriptPanel : null}
          </SideTabs>
        </div>
      </div>
      <KeysDialog visible={keysOpen} onClose={() => setKeysOpen(false)} />
    </div>
  );
}

interface PlayerProps {
  page: RecordPage;
  turns: readonly Turn[];
  marks: readonly number[];
  playback: Playback;
  timeWindow: TimeWindow;
  onCopyLink: () => void;
}

const NO_COMMENTS: readonly never[] = [];

function Player({ page, turns, marks, playback, timeWindow, onCopyLink }: PlayerProps) {
  const swap = useSwapSides(page.contactId);
  if (!page.recording) {
    return (
      <section className="player player-empty" aria-label={m.player.region}>
        <WhyEmpty why={why(page, 'recording')} />
      </section>
    );
  }
  const { recording } = page;
  return (
    <PlayerPanel
      contactId={page.contactId}
      recording={recording}
      waveReady={page.steps.some((step) => step.name === 'waveform' && step.state === 'complete')}
      turns={turns}
      sentiment={page.analysis.whole.sentiment ?? null}
      conversation={page.conversation ?? null}
      marksMillis={marks}
      comments={NO_COMMENTS}
      onComment={() => {}}
      playback={playback}
      timeWindow={timeWindow}
      onSwap={(swapped, wholeSource) => swap.mutateAsync({ swapped, wholeSource })}
      onCopyLink={onCopyLink}
    />
  );
}

interface SideTabsProps {
  page: RecordPage;
  tab: Tab | null;
  onTab: (tab: Tab) => void;
  onJump: (place: Occurrence) => void;
  notice: (notice: Notice) => void;
  /** The transcript, where it is a tab too. */
  children: React.ReactNode;
}

function SideTabs({ page, tab, onTab, onJump, notice, children }: SideTabsProps) {
  const retry = useRetry(page.contactId);
  const first: Tab = children ? 'transcript' : 'analysis';
  const shown = tab === null || (tab === 'transcript' && !children) ? first : tab;
  const onRetry = (step: keyof typeof m.steps) =>
    retry.mutate(step, {
      onSuccess: () => notice({ type: 'success', text: m.timeline.started(m.steps[step]) }),
      onError: (error) => notice({ type: 'error', text: error.message }),
    });
  const contents: { [tab in Tab]: React.ReactNode } = {
    transcript: children,
    analysis: <AnalysisTab page={page} onJump={onJump} />,
    details: <DetailsTab page={page} />,
    attachments: <AttachmentsTab page={page} />,
    timeline: (
      <TimelineTab page={page} retrying={retry.isPending ? (retry.variables ?? null) : null} onRetry={onRetry} />
    ),
  };
  return (
    <Tabs
      ariaLabel={m.record.moreAbout}
      activeTabId={shown}
      onChange={({ detail }) => onTab(detail.activeTabId as Tab)}
      disableContentPaddings
      i18nStrings={{ scrollLeftAriaLabel: m.record.tabsBack, scrollRightAriaLabel: m.record.tabsOn }}
      tabs={TABS.filter((id) => id !== 'transcript' || children).map((id) => ({
        id,
        label: m.record.tabs[id],
        content: <div className="tab-scroll">{contents[id]}</div>,
      }))}
    />
  );
}

function NoticeLine({ notice }: { notice: Notice | null }) {
  return (
    <div className="notice" role="status">
      {notice && <Alert type={notice.type}>{notice.text}</Alert>}
    </div>
  );
}

function useSearch(turns: readonly Turn[], query: string, setQuery: (query: string) => void, moved: () => void): Search {
  const hits = useMemo(() => searchTurns(turns, query), [turns, query]);
  const [current, setCurrent] = useState(0);
  return {
    query,
    hits,
    current: Math.min(current, Math.max(0, hits.length - 1)),
    onQuery: (text) => {
      setCurrent(0);
      moved();
      setQuery(text);
    },
    onStep: (direction) => {
      moved();
      if (hits.length > 0) setCurrent((current + direction + hits.length) % hits.length);
    },
  };
}

/** The address follows the audio when it rests: after a pause, and a moment after the last seek. */
function useKeepTime(playback: Playback, setTime: (millis: number) => void) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      if (playback.state.playing || playback.timeMillis === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => setTime(playback.timeMillis), 400);
    };
    const ends = [playback.onTime(later), playback.onState(later)];
    return () => {
      clearTimeout(timer);
      for (const end of ends) end();
    };
  }, [playback, setTime]);
}

/** The address has the loop a moment after its ends have come to rest. */
function useKeepLoop(playback: Playback, setLoop: (loop: Loop | null) => void) {
  useEffect(() => {
    let kept = playback.state.loop;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = playback.onState(() => {
      if (playback.state.loop === kept) return;
      kept = playback.state.loop;
      clearTimeout(timer);
      timer = setTimeout(() => setLoop(kept), 400);
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [playback, setLoop]);
}

function useCopyLink(playback: Playback, show: (notice: Notice) => void) {
  return useCallback(() => {
    const link = new URL(window.location.href);
    link.searchParams.set('t', (playback.timeMillis / 1000).toFixed(1));
    const copied = navigator.clipboard?.writeText(link.href) ?? Promise.reject(new Error('no clipboard'));
    copied
      .then(() => show({ type: 'success', text: m.record.copied }))
      .catch(() => {
        window.history.replaceState(window.history.state, '', link);
        show({ type: 'warning', text: m.record.copyFailed });
      });
  }, [playback, show]);
}

