import { BulkTray } from '@/features/bulk/BulkTray';
import { doneIn } from '@/features/bulk/bulkActions';
import { useBulkActions } from '@/features/bulk/useBulkActions';
import { columnsOf } from '@/features/contacts/columns';
import { ContactListPage } from '@/features/contacts/ContactListPage';
import { EVERYTHING, readListState, withMany, writeListState, type ListState } from '@/features/contacts/listState';
import { useViews } from '@/features/views/useViews';
import { ViewMenu } from '@/features/views/ViewMenu';
import { placeOf, searchFor, type ViewPlace } from '@/features/views/viewPlace';
import { ViewTabs, type BuiltIn } from '@/features/views/ViewTabs';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { useChangePreferences, usePreferences } from '@/shared/usePreferences';
import Spinner from '@cloudscape-design/components/spinner';
import { useCallback, useEffect, useState } from 'react';
import { Link, useNavigate, useNavigationType, useSearchParams } from 'react-router';
import { KeysDialog } from './KeysDialog';

const normal = (address: string) => writeListState(readListState(new URLSearchParams(address)));

const BUILT_IN: readonly BuiltIn[] = [
  { id: 'all', name: m.list.all, search: '' },
  { id: 'recent', name: m.list.recent, search: writeListState({ ...EVERYTHING, base: 'recent' }) },
  { id: 'failed', name: m.list.failed, search: writeListState(withMany(EVERYTHING, 'state', ['failed'])) },
  { id: 'waiting', name: m.list.waiting, search: writeListState(withMany(EVERYTHING, 'state', ['waiting'])) },
  { id: 'deleted', name: m.list.bin, search: writeListState({ ...EVERYTHING, base: 'deleted' }) },
];

/** The built-in view that a list is seen as: the one whose filter it has, whatever else narrows it. */
function builtInOf(state: ListState): string {
  if (state.base !== 'all') return state.base;
  const [only, ...others] = state.many.state ?? [];
  return others.length === 0 && (only === 'failed' || only === 'waiting') ? only : 'all';
}

export function ListRoute() {
  const [params] = useSearchParams();
  const views = useViews();
  // Without an answer a list is shown all the same, but not as one of a view.
  const known = views.data ?? (views.isError ? [] : undefined);
  const place = placeOf(params, known, normal);
  useEffect(() => {
    const name = place.kind === 'list' && place.view ? place.view.name : m.contacts;
    document.title = `${name} · ${m.product}`;
  });
  if (place.kind === 'loading') return <Empty title={<Spinner size="large" />}>{m.loading}</Empty>;
  if (place.kind === 'gone') return <ViewGone />;
  return <List place={place} views={known ?? []} />;
}

function ViewGone() {
  return (
    <Empty title={m.views.gone} wholePage>
      <p>{m.views.goneHow}</p>
      <Link className="link" to="/contacts">
        {m.views.toAll}
      </Link>
    </Empty>
  );
}

type Place = Extract<ViewPlace, { kind: 'list' }>;

function List({ place, views }: { place: Place; views: React.ComponentProps<typeof ViewTabs>['views'] }) {
  const { view, address } = place;
  const navigate = useNavigate();
  const returning = useNavigationType() === 'POP';
  const columns = useColumns(place);
  const bulk = useBulkActions();
  const [keysOpen, setKeysOpen] = useState(false);

  const onAddress = useCallback(
    (next: string, replace: boolean) =>
      void navigate({ pathname: '/contacts', search: searchFor(view, next, normal) }, { replace, preventScrollReset: true }),
    [navigate, view],
  );
  const onView = (id: string | null) => {
    columns.forget();
    void navigate({ pathname: '/contacts', search: id === null ? '' : `saved=${encodeURIComponent(id)}` });
  };
  const modified = place.modified || columns.changed;
  const shown = columnsOf(columns.ids).map(({ id }) => id);
  const current = view?.id ?? builtInOf(readListState(new URLSearchParams(address)));
  return (
    <>
      <ContactListPage
        address={address}
        returning={returning}
        onAddress={onAddress}
        columns={columns.ids}
        onColumns={columns.choose}
        onStart={(action, target) => bulk.start.mutate({ action, ...target })}
        onHelp={() => setKeysOpen(true)}
        done={doneIn(bulk.actions)}
        views={
          <>
            <ViewTabs builtIn={BUILT_IN} views={views} current={current} modified={modified} onView={onView} />
            <ViewMenu view={view} modified={modified} query={address} columns={shown} onView={onView} />
          </>
        }
      />
      <BulkTray
        actions={bulk.actions}
        problem={problemOf(bulk)}
        onProblemSeen={() => (bulk.start.reset(), bulk.undo.reset())}
        onUndo={bulk.undo.mutate}
      />
      {keysOpen && <KeysDialog rows={m.list.keys} visible onClose={() => setKeysOpen(false)} />}
    </>
  );
}

function problemOf({ start, undo }: ReturnType<typeof useBulkActions>): string | null {
  if (start.error) return m.bulk.notStarted(start.error.message);
  return undo.error ? m.bulk.notUndone(undo.error.message) : null;
}

/** A saved view's columns can be tried before they are saved with it; elsewhere they are the reader's own at once. */
function useColumns({ view }: Place) {
  const preferences = usePreferences();
  const change = useChangePreferences();
  const [tried, setTried] = useState<{ of: string; ids: readonly string[] } | null>(null);
  const own = view && view.columns.length > 0 ? view.columns : preferences?.columns;
  const draft = view && tried?.of === view.id && tried.ids.join() !== columnsOf(own).map(({ id }) => id).join() ? tried.ids : null;
  const choose = (ids: readonly string[]) => {
    if (view) setTried({ of: view.id, ids });
    else change.mutate({ columns: [...ids] });
  };
  return { ids: draft ?? own, changed: draft !== null, choose, forget: () => setTried(null) };
}
