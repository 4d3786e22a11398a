import { m } from '@/shared/messages';
import Header from '@cloudscape-design/components/header';
import Tabs from '@cloudscape-design/components/tabs';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { GroupsTab } from './GroupsTab';
import { KeysTab } from './KeysTab';
import { SetsTab } from './SetsTab';
import { SettingsTab } from './SettingsTab';
import { SignInsTab } from './SignInsTab';
import { TokensTab } from './TokensTab';
import { UsersTab } from './UsersTab';

type Tab = keyof typeof m.access.tabs;
const TABS = Object.keys(m.access.tabs) as Tab[];
const CONTENTS: { [tab in Tab]: () => ReactNode } = {
  users: () => <UsersTab />,
  groups: () => <GroupsTab />,
  permissionSets: () => <SetsTab />,
  tokens: () => <TokensTab />,
  keys: () => <KeysTab />,
  signIns: () => <SignInsTab />,
  settings: () => <SettingsTab />,
};

/** Who may sign in or call, and what each may do. */
export function AccessPage({ help }: { help: ReactNode }) {
  const [params, setParams] = useSearchParams();
  const shown = TABS.find((tab) => tab === params.get('tab')) ?? 'users';
  return (
    <div className="page">
      <Header variant="h1" description={m.access.intro} actions={<span className="page-help">{help}</span>}>
        {m.access.title}
      </Header>
      <Tabs
        ariaLabel={m.access.title}
        activeTabId={shown}
        onChange={({ detail }) => setParams({ tab: detail.activeTabId })}
        i18nStrings={{ scrollLeftAriaLabel: m.record.tabsBack, scrollRightAriaLabel: m.record.tabsOn }}
        tabs={TABS.map((id) => ({ id, label: m.access.tabs[id], content: id === shown && CONTENTS[id]() }))}
      />
    </div>
  );
}
