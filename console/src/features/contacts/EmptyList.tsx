import { ApiProblem } from '@/api/client';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { useRights } from '@/shared/rights';
import Button from '@cloudscape-design/components/button';
import { isFiltered, withMany, withoutFilters, type ListState } from './listState';

interface Props {
  state: ListState;
  error: Error | null;
  onState: (state: ListState) => void;
}

/** Why there is nothing in the list, and what to do. */
export function EmptyList({ state, error, onState }: Props) {
  const clear = <Button onClick={() => onState(withoutFilters(state))}>{m.list.clearFilters}</Button>;
  if (error instanceof ApiProblem) {
    return (
      <Empty title={m.list.refused}>
        <p>{error.message}</p>
        {isFiltered(state) && clear}
      </Empty>
    );
  }
  if (error) return <Empty title={m.unreachableFirst} />;
  const only = onlyState(state);
  if (only === null && isFiltered(state)) {
    return (
      <Empty title={nothingFound(state)}>
        <p>{state.search ? m.list.emptySearchHow : m.list.emptyFilteredHow}</p>
        {clear}
      </Empty>
    );
  }
  return <EmptyView state={state} only={only} />;
}

function nothingFound(state: ListState): string {
  if (!state.search) return m.list.emptyFiltered;
  return isFiltered({ ...state, search: '' }) ? m.list.emptySearchFiltered(state.search) : m.list.emptySearch(state.search);
}

/** The one state that this view is about, if nothing else narrows it. */
function onlyState(state: ListState): string | null {
  const states = state.many.state ?? [];
  return states.length === 1 && !isFiltered(withMany(state, 'state', [])) ? (states[0] ?? null) : null;
}

function EmptyView({ state, only }: { state: ListState; only: string | null }) {
  const { contacts, agent } = useRights();
  if (state.base === 'recent') return <Told title={m.list.emptyRecent} how={m.list.emptyRecentHow} />;
  if (state.base === 'deleted') return <Told title={m.list.emptyBin} how={m.list.emptyBinHow} />;
  if (only === 'failed') return <Told title={m.list.emptyFailed} how={m.list.emptyFailedHow} />;
  if (only === 'waiting') return <Told title={m.list.emptyWaiting} how={m.list.emptyWaitingHow} />;
  if (contacts === 'own') return <Told title={m.list.emptyOwn} how={agent ? m.rights.ownOnly(agent) : m.rights.ownWithoutAgent} />;
  if (only !== null) return <Told title={m.list.emptyFiltered} how={m.list.emptyFilteredHow} />;
  return (
    <Empty title={m.list.emptyAll}>
      <p>{m.list.emptyAllHow}</p>
      <pre className="command">{m.list.emptyAllCommand}</pre>
      <p>{m.list.emptyAllOwn}</p>
      <pre className="command">{m.list.emptyAllOwnCommand}</pre>
      <p>{m.list.emptyWaitingHow}</p>
    </Empty>
  );
}

function Told({ title, how }: { title: string; how: string }) {
  return (
    <Empty title={title}>
      <p>{how}</p>
    </Empty>
  );
}
