import type { ContactSummary } from '@/api/types';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { SentimentMark } from '@/shared/SentimentMark';
import { StateIndicator } from '@/shared/StateIndicator';
import { clock, dateTime } from '@/shared/time';
import { useNarrow } from '@/shared/useMedia';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Spinner from '@cloudscape-design/components/spinner';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useContacts, type Contacts } from './useContacts';
import { VIEW_NAMES, VIEWS, viewFrom, type View } from './views';

interface Props {
  params: URLSearchParams;
  onView: (view: View) => void;
}

export function ContactListPage({ params, onView }: Props) {
  const view = viewFrom(params);
  // A new view starts afresh: its rows, its paging, its place.
  return <ViewOfContacts key={view} view={view} onView={onView} />;
}

function ViewOfContacts({ view, onView }: { view: View; onView: (view: View) => void }) {
  const contacts = useContacts(view);
  const narrow = useNarrow();
  const place = useRef<HTMLDivElement>(null);
  useQuietUpdate(contacts, place);

  const header = (
    <Header
      variant="h1"
      counter={contacts.rows ? m.list.count(contacts.rows.length, contacts.hasMore) : undefined}
      actions={
        <SegmentedControl
          label={m.list.views}
          selectedId={view}
          options={VIEWS.map((id) => ({ id, text: VIEW_NAMES[id] }))}
          onChange={({ detail }) => onView(detail.selectedId as View)}
        />
      }
    >
      {m.contacts}
    </Header>
  );
  const empty = contacts.error ? <Empty title={m.unreachableFirst} /> : <EmptyView view={view} />;
  const loading = contacts.rows === null && contacts.error === null;
  return (
    <div className="list-page" ref={place}>
      {contacts.error && contacts.rows !== null && <Alert type="warning">{m.unreachable}</Alert>}
      <Changes contacts={contacts} />
      {narrow ? (
        <>
          {header}
          {loading ? <Empty title={<Spinner />}>{m.loading}</Empty> : <ContactCards rows={contacts.rows ?? []} empty={empty} />}
        </>
      ) : (
        <Table
          items={contacts.rows ?? []}
          loading={loading}
          loadingText={m.loading}
          trackBy="contactId"
          empty={empty}
          header={header}
          columnDefinitions={COLUMNS}
          variant="full-page"
          stickyHeader
          resizableColumns
          wrapLines={false}
          ariaLabels={{ tableLabel: m.list.table }}
        />
      )}
      <More contacts={contacts} />
    </div>
  );
}

/** Shows new contacts at once when nobody is in the middle of the list; else the button waits for a click. */
function useQuietUpdate(contacts: Contacts, place: React.RefObject<HTMLDivElement | null>) {
  const { arrived, left, bringUpToDate } = contacts;
  useEffect(() => {
    if (arrived + left === 0) return;
    const element = place.current;
    const reading =
      window.scrollY > 8 || element?.querySelector('tbody:hover, .contact-cards:hover') != null || hasFocusInRows(element);
    if (!reading) bringUpToDate();
  }, [arrived, left, bringUpToDate, place]);
}

function hasFocusInRows(element: HTMLElement | null): boolean {
  const focused = document.activeElement;
  return element != null && focused instanceof HTMLElement && element.contains(focused) && focused.closest('tbody') !== null;
}

function Changes({ contacts: { arrived, left, bringUpToDate } }: { contacts: Contacts }) {
  return (
    <div className="list-changes" role="status">
      {arrived + left > 0 && (
        <>
          {m.list.changed(arrived, left)}{' '}
          <Button variant="inline-link" onClick={bringUpToDate}>
            {m.list.show}
          </Button>
        </>
      )}
    </div>
  );
}

function More({ contacts }: { contacts: Contacts }) {
  if (!contacts.rows || contacts.rows.length === 0) return null;
  return (
    <Box textAlign="center" padding="m" color="text-body-secondary">
      {contacts.hasMore ? (
        <Button loading={contacts.loadingMore} loadingText={m.list.loadingMore} onClick={contacts.loadMore}>
          {m.list.more}
        </Button>
      ) : (
        contacts.rows.length > 20 && m.list.end
      )}
    </Box>
  );
}

function EmptyView({ view }: { view: View }) {
  switch (view) {
    case 'all':
      return (
        <Empty title={m.list.emptyAll}>
          <p>{m.list.emptyAllHow}</p>
          <pre className="command">{m.list.emptyAllCommand}</pre>
          <p>{m.list.emptyAllOwn}</p>
          <pre className="command">{m.list.emptyAllOwnCommand}</pre>
          <p>{m.list.emptyWaitingHow}</p>
        </Empty>
      );
    case 'recent':
      return (
        <Empty title={m.list.emptyRecent}>
          <p>{m.list.emptyRecentHow}</p>
        </Empty>
      );
    case 'failed':
      return (
        <Empty title={m.list.emptyFailed}>
          <p>{m.list.emptyFailedHow}</p>
        </Empty>
      );
    case 'waiting':
      return (
        <Empty title={m.list.emptyWaiting}>
          <p>{m.list.emptyWaitingHow}</p>
        </Empty>
      );
  }
}

const address = (contact: ContactSummary) => `/contacts/${encodeURIComponent(contact.contactId)}`;
const orNone = (text: ReactNode) => text ?? <span className="quiet">{m.none}</span>;

function column(
  id: keyof typeof m.list.columns,
  width: number,
  cell: (contact: ContactSummary) => ReactNode,
): TableProps.ColumnDefinition<ContactSummary> {
  return { id, header: m.list.columns[id], cell, width, minWidth: 60, isRowHeader: id === 'name' };
}

const started = (c: ContactSummary) => (c.initiatedAt ? <time dateTime={c.initiatedAt}>{dateTime(c.initiatedAt)}</time> : null);
const length = (c: ContactSummary) => (c.durationMillis == null ? null : clock(c.durationMillis));
const sentiment = (c: ContactSummary) => (c.sentiment ? <SentimentMark label={c.sentiment} /> : null);
const state = (c: ContactSummary) => <StateIndicator state={c.state} reason={c.reason} />;

const COLUMNS: TableProps.ColumnDefinition<ContactSummary>[] = [
  column('name', 116, (c) => (
    <Link className="link" to={address(c)}>
      {c.name}
    </Link>
  )),
  column('contactId', 118, (c) => (
    <span className="mono" title={c.contactId}>
      {c.contactId}
    </span>
  )),
  column('started', 182, (c) => orNone(started(c))),
  column('duration', 98, (c) => <span className="digits">{orNone(length(c))}</span>),
  column('channel', 94, (c) => orNone(c.channel)),
  column('queue', 128, (c) => orNone(c.queue)),
  column('agent', 138, (c) => orNone(c.agent)),
  column('customer', 140, (c) => orNone(c.customerAddress)),
  column('sentiment', 118, (c) => orNone(sentiment(c))),
  column('language', 106, (c) => orNone(c.language)),
  column('state', 150, state),
];

function ContactCards({ rows, empty }: { rows: readonly ContactSummary[]; empty: ReactNode }) {
  if (rows.length === 0) return empty;
  return (
    <ul className="contact-cards" aria-label={m.list.table}>
      {rows.map((c) => (
        <li key={c.contactId}>
          <span className="contact-cards-head">
            <Link className="link" to={address(c)}>
              {c.name}
            </Link>
            {sentiment(c)}
            {state(c)}
          </span>
          <span>{[c.customerAddress, c.queue, c.agent].filter(Boolean).join(' · ')}</span>
          <span className="quiet digits">
            {started(c)} {length(c) && `· ${length(c)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
