import type { BulkKind } from '@/api/types';
import { Empty } from '@/shared/Empty';
import { useLiveConnected } from '@/shared/live';
import { m } from '@/shared/messages';
import { useNarrow } from '@/shared/useMedia';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Spinner from '@cloudscape-design/components/spinner';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { ColumnChooser } from './ColumnChooser';
import { columnsInBin, columnsOf } from './columns';
import { ContactCards } from './ContactCards';
import { ContactTable } from './ContactTable';
import { EmptyList } from './EmptyList';
import { FilterBar, type OpenFilter } from './FilterBar';
import { filtersAt, looksLikeNumber, readListState, sortedBy, writeListState, type ListState } from './listState';
import { SearchBox } from './SearchBox';
import { SelectionBar } from './SelectionBar';
import { SortChoice } from './SortChoice';
import { useContacts, useCount, type Contacts } from './useContacts';
import { useListKeys } from './useListKeys';
import { useScroll } from './useScroll';
import { useSelection } from './useSelection';

/** To these contacts, or to all that the filters leave. */
export type BulkTarget = { readonly contactIds: string[] } | { readonly query: string };

export interface Props {
  /** The list's address: filters, search and order, as `writeListState` writes them. */
  address: string;
  /** The reader comes back to a list that was shown before. */
  returning: boolean;
  onAddress: (address: string, replace: boolean) => void;
  columns: readonly string[] | undefined;
  onColumns: (ids: readonly string[]) => void;
  onStart: (action: BulkKind, target: BulkTarget) => void;
  onHelp: () => void;
  /** Changes whenever something was done to contacts of this list by the reader. */
  done?: string;
  /** The views to choose from, and what can be done with them. */
  views?: ReactNode;
}

export function ContactListPage(props: Props) {
  const { address, columns: ids, onAddress, onStart } = props;
  const state = useMemo(() => readListState(new URLSearchParams(address)), [address]);
  const contacts = useContacts(address, props.returning);
  const total = useCount(address);
  const narrow = useNarrow();
  const [open, setOpen] = useState<OpenFilter>(null);
  const place = useRef<HTMLDivElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const chosen = useMemo(() => columnsOf(ids), [ids]);
  const columns = useMemo(() => (state.base === 'deleted' ? columnsInBin(chosen) : chosen), [chosen, state.base]);

  const shownIds = useMemo(() => contacts.rows?.map(({ contactId }) => contactId) ?? [], [contacts.rows]);
  const { selection, setSelection, toggle, toggleShown, selectAll, clear } = useSelection(address, shownIds);
  useQuietUpdate(contacts, place);
  useScroll(place, address, props.returning, contacts.rows !== null);
  useOwnDoing(props.done, contacts.refresh);
  useListKeys({ place, searchBox, onToggle: toggle, onClear: clear, onFilter: () => setOpen('more'), onHelp: props.onHelp, onEnd: contacts.loadMore });

  const onState = useCallback((next: ListState, replace = false) => onAddress(writeListState(next), replace), [onAddress]);
  const onSearch = useCallback(
    (text: string) => {
      const next = searched(state, text);
      if (next.search !== state.search || next.number !== state.number) onState(next, state.search !== '');
      return next.search === text.trim();
    },
    [state, onState],
  );
  const start = (action: BulkKind) => {
    onStart(action, selection.all ? { query: filtersAt(state, new Date()).toString() } : { contactIds: [...selection.ids] });
    clear();
  };
  const selecting = selection.all || selection.ids.size > 0;
  return (
    <div className="list-page">
      <div className="list-head">
        <h1>{m.contacts}</h1>
        <Total total={total} contacts={contacts} />
        {props.views}
      </div>
      <div className="list-tools">
        <SearchBox value={state.search} onSearch={onSearch} box={searchBox} />
        {narrow && state.base !== 'recent' && <SortChoice state={state} onState={onState} />}
        {!narrow && <ColumnChooser columns={chosen} onColumns={props.onColumns} />}
      </div>
      <div className="list-line">
        <div inert={selecting && !narrow}>
          <FilterBar state={state} open={open} onOpen={setOpen} onState={onState}>
            {state.base === 'deleted' && <span className="list-how">{m.list.binHow}</span>}
          </FilterBar>
        </div>
        {selecting && (
          <SelectionBar
            selection={selection}
            total={total}
            canSelectAll={state.base !== 'recent' && contacts.hasMore}
            inBin={state.base === 'deleted'}
            onSelectAll={selectAll}
            onSelection={setSelection}
            onStart={start}
          />
        )}
      </div>
      {contacts.error && contacts.rows !== null && <Alert type="warning">{m.unreachable}</Alert>}
      <Changes contacts={contacts} />
      <div className={contacts.stale ? 'list-place list-stale' : 'list-place'} ref={place} aria-busy={contacts.stale}>
        <Rows contacts={contacts} state={state} onState={onState}>
          {narrow ? (
            <ContactCards rows={contacts.rows ?? []} selection={selection} onToggle={toggle} />
          ) : (
            <ContactTable
              rows={contacts.rows ?? []}
              columns={columns}
              sortable={state.base !== 'recent'}
              state={state}
              onSort={(sort, first) => onState(sortedBy(state, sort, first))}
              selection={selection}
              onToggle={toggle}
              onToggleShown={toggleShown}
            />
          )}
        </Rows>
        <More contacts={contacts} place={place} />
      </div>
    </div>
  );
}

/** A number or a name is looked for among numbers; nobody means it to have been said. */
function searched(state: ListState, text: string): ListState {
  const typed = text.trim();
  return looksLikeNumber(typed) ? { ...state, search: '', number: typed } : { ...state, search: typed };
}

function Total({ total, contacts }: { total: { count: number; more: boolean } | undefined; contacts: Contacts }) {
  const live = useLiveConnected();
  const shown = total ?? (contacts.rows ? { count: contacts.rows.length, more: contacts.hasMore } : null);
  return (
    <>
      <span className="list-total digits">{shown && !contacts.stale && m.list.total(shown.count, shown.more)}</span>
      <span className={live ? 'list-live' : 'list-live list-live-not'} title={live ? m.list.liveHow : m.list.notLiveHow}>
        {live ? m.list.live : m.list.notLive}
      </span>
    </>
  );
}

interface RowsProps {
  contacts: Contacts;
  state: ListState;
  onState: (state: ListState) => void;
  children: ReactNode;
}

function Rows({ contacts, state, onState, children }: RowsProps) {
  if (contacts.rows === null && contacts.error === null) return <Empty title={<Spinner />}>{m.loading}</Empty>;
  if (contacts.rows === null || contacts.rows.length === 0) return <EmptyList state={state} error={contacts.error} onState={onState} />;
  return children;
}

/** Shows new contacts at once when nobody is in the middle of the list; else the button waits for a click. */
function useQuietUpdate(contacts: Contacts, place: React.RefObject<HTMLDivElement | null>) {
  const { arrived, left, bringUpToDate } = contacts;
  useEffect(() => {
    if (arrived + left > 0 && !isReading(place.current)) bringUpToDate();
  }, [arrived, left, bringUpToDate, place]);
}

function isReading(place: HTMLElement | null): boolean {
  if (window.scrollY > 8 || (place?.scrollTop ?? 0) > 8) return true;
  if (place?.querySelector('tbody:hover, .contact-cards:hover, .row-selected') != null) return true;
  return document.activeElement?.closest('tbody, .contact-cards') != null;
}

/** What the reader did to the list shows in it at once. */
function useOwnDoing(done: string | undefined, refresh: () => void) {
  const seen = useRef(done);
  useEffect(() => {
    if (seen.current === done) return;
    seen.current = done;
    refresh();
  }, [done, refresh]);
}

function Changes({ contacts: { arrived, left, bringUpToDate } }: { contacts: Contacts }) {
  return (
    <div className="list-changes" role="status">
      {arrived + left > 0 && (
        <span>
          {m.list.changed(arrived, left)}{' '}
          <Button variant="inline-link" onClick={bringUpToDate}>
            {m.list.show}
          </Button>
        </span>
      )}
    </div>
  );
}

/** More rows, when the end comes into sight or on a press. */
function More({ contacts, place }: { contacts: Contacts; place: React.RefObject<HTMLDivElement | null> }) {
  const { rows, hasMore, loadingMore, loadMore, error, stale } = contacts;
  const end = useRef<HTMLDivElement>(null);
  const waiting = hasMore && !loadingMore && !stale && error === null;
  useEffect(() => {
    if (!waiting || !end.current || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadMore(), {
      root: place.current && getComputedStyle(place.current).overflowY === 'auto' ? place.current : null,
      rootMargin: '0px 0px 600px 0px',
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [waiting, loadMore, place]);
  if (!rows || rows.length === 0) return null;
  return (
    <div className="list-more" ref={end}>
      {hasMore ? (
        <Button loading={loadingMore} loadingText={m.list.loadingMore} onClick={loadMore}>
          {m.list.more}
        </Button>
      ) : (
        rows.length > 20 && m.list.end
      )}
    </div>
  );
}
