import { m } from '@/shared/messages';
import Button from '@cloudscape-design/components/button';
import { SORTS, type ListState, type Sort } from './listState';

/** The order, where no column has a name to click on. */
export function SortChoice({ state, onState }: { state: ListState; onState: (state: ListState) => void }) {
  const up = state.order === 'asc';
  return (
    <span className="sort-choice">
      <select
        aria-label={m.list.sortBy}
        value={state.sort}
        onChange={(event) => onState({ ...state, sort: event.target.value as Sort, order: 'desc' })}
      >
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {m.list.sortNames[sort]}
          </option>
        ))}
      </select>
      {state.sort !== 'arrival' && (
        <Button
          variant="icon"
          iconName={up ? 'angle-up' : 'angle-down'}
          ariaLabel={up ? m.list.sortUp : m.list.sortDown}
          onClick={() => onState({ ...state, order: up ? 'desc' : 'asc' })}
        />
      )}
    </span>
  );
}
