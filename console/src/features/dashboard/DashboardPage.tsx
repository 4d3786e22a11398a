import type { ContactState, Dashboard } from '@/api/types';
import type { ContactFilters } from '@/shared/contactsPath';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { useRights } from '@/shared/rights';
import { StateIndicator } from '@/shared/StateIndicator';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Spinner from '@cloudscape-design/components/spinner';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ChoiceBar } from './ChoiceBar';
import { count } from './figures';
import { GroupTable } from './GroupTable';
import { KeyFigures } from './KeyFigures';
import { OverTime } from './OverTime';
import { intervalOf, readChoice, spanOf, within, writeChoice, type Choice, type Interval, type Span } from './range';
import { Ranking } from './Ranking';
import { useAnyContact, useDashboard } from './useDashboard';

interface Props {
  params: URLSearchParams;
  onParams: (params: URLSearchParams) => void;
  help: ReactNode;
}

const STATES: readonly ContactState[] = ['complete', 'running', 'waiting', 'failed', 'notRequested'];
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const EVERYTHING: Choice = { range: 'all', fromDay: null, toDay: null, queues: [], agents: [] };

export function DashboardPage({ params, onParams, help }: Props) {
  const choice = readChoice(params);
  const now = new Date();
  const span = spanOf(choice, now);
  const interval = intervalOf(span, now);
  const filters: ContactFilters = { ...span, queue: [...choice.queues], agent: [...choice.agents] };
  const dashboard = useDashboard({ ...filters, interval, zone: ZONE });
  const change = (next: Choice) => onParams(writeChoice(next));
  return (
    <div className="page dashboard">
      <Header variant="h1" actions={<span className="page-help">{help}</span>}>
        {m.dashboard.title}
      </Header>
      <ChoiceBar choice={choice} onChange={change} />
      {dashboard.error && dashboard.data && <Alert type="warning">{m.unreachable}</Alert>}
      {dashboard.data ? (
        <Figures data={dashboard.data} {...{ filters, span, interval }} onEverything={() => change(EVERYTHING)} />
      ) : dashboard.error ? (
        <Empty title={dashboard.error.message}>
          <p>{m.unreachableFirst}</p>
          <Button onClick={() => void dashboard.refetch()}>{m.tryAgain}</Button>
        </Empty>
      ) : (
        <Empty title={<Spinner size="large" />}>{m.loading}</Empty>
      )}
    </div>
  );
}

interface FiguresProps {
  data: Dashboard;
  filters: ContactFilters;
  span: Span;
  interval: Interval;
  onEverything: () => void;
}

function Figures({ data, filters, span, interval, onEverything }: FiguresProps) {
  if (data.total.contacts === 0) return <NothingHere onEverything={onEverything} />;
  return (
    <>
      <KeyFigures total={data.total} filters={filters} />
      <OverTime
        series={data.series}
        interval={interval}
        filtersOf={({ begin, end }) => ({ ...filters, ...within(span, begin, end) })}
      />
      <div className="dashboard-wide">
        <GroupTable
          title={m.dashboard.queues}
          groups={data.queues}
          empty={m.dashboard.noQueues}
          filtersOf={(name) => ({ ...filters, queue: [name] })}
        />
        <GroupTable
          title={m.dashboard.agents}
          description={data.agents.length >= 20 ? m.dashboard.mostContacts : undefined}
          groups={data.agents}
          empty={m.dashboard.noAgents}
          filtersOf={(name) => ({ ...filters, agent: [name] })}
        />
      </div>
      <Rankings data={data} filters={filters} />
    </>
  );
}

function Rankings({ data, filters }: { data: Dashboard; filters: ContactFilters }) {
  const mayRead = useRights().may('readTranscript');
  const howFound = data.findingContacts < data.total.contacts ? m.dashboard.inNewest(count(data.findingContacts)) : m.dashboard.inContacts;
  return (
    <div className="dashboard-three">
      <Ranking
        title={m.dashboard.phrases}
        description={howFound}
        empty={mayRead ? m.dashboard.noPhrases : m.rights.needed('readTranscript')}
        rows={data.phrases.map(({ text, contacts }) => ({ key: text, label: text, contacts, to: { ...filters, phrase: [text] } }))}
      />
      <Ranking
        title={m.dashboard.entities}
        description={howFound}
        empty={mayRead ? m.dashboard.noEntities : m.rights.needed('readTranscript')}
        rows={data.entities.map(({ type, text, contacts }) => ({
          key: `${type}:${text}`,
          label: text,
          note: type,
          contacts,
          to: { ...filters, entity: [`${type}:${text}`] },
        }))}
      />
      <div className="dashboard-wide">
        <Ranking
          title={m.dashboard.failures}
          description={m.dashboard.failuresHow}
          empty={m.dashboard.noFailures}
          rows={data.failures.map(({ code, step, contacts }) => ({
            key: `${code} ${step}`,
            label: <span className="mono">{code}</span>,
            note: m.steps[step],
            contacts,
            to: { ...filters, failure: [code] },
          }))}
        />
        <Ranking
          title={m.dashboard.states}
          empty={m.dashboard.emptyHere}
          rows={STATES.map((state) => ({
            key: state,
            label: <StateIndicator state={state} />,
            contacts: data.states[state] ?? 0,
            to: { ...filters, state: [state] },
          })).filter(({ contacts }) => contacts > 0)}
        />
      </div>
    </div>
  );
}

function NothingHere({ onEverything }: { onEverything: () => void }) {
  const any = useAnyContact(true);
  const { may } = useRights();
  if (any.isPending) return <Empty title={<Spinner />}>{m.loading}</Empty>;
  if (any.data) {
    return (
      <Empty title={m.dashboard.emptyHere}>
        <p>{m.dashboard.emptyHereHow}</p>
        <Button onClick={onEverything}>{m.dashboard.showAllTime}</Button>
      </Empty>
    );
  }
  return (
    <Empty title={m.dashboard.emptyEver}>
      <p>{m.dashboard.emptyEverHow}</p>
      <pre className="command">{m.dashboard.emptyEverCommand}</pre>
      <p>
        {may('submit') && (
          <>
            <Link className="link" to="/upload">
              {m.dashboard.emptyUpload}
            </Link>
            {' · '}
          </>
        )}
        <Link className="link" to="/contact-flow">
          {m.dashboard.emptyFlow}
        </Link>
      </p>
    </Empty>
  );
}
