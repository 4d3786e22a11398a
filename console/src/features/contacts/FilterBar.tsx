import { m } from '@/shared/messages';
import { useRights } from '@/shared/rights';
import Icon from '@cloudscape-design/components/icon';
import { useRef, useState, type ReactNode } from 'react';
import { FilterEditor } from './FilterEditor';
import { FilterPanel } from './FilterPanel';
import { FILTER_FIELDS, filterText, QUICK_FIELDS, withoutFilter, type FilterField } from './filterText';
import { isFiltered, withoutFilters, type ListState } from './listState';

/** What is open: a filter's editor, or the list of all filters. */
export type OpenFilter = FilterField | 'more' | null;

interface Props {
  state: ListState;
  open: OpenFilter;
  onOpen: (open: OpenFilter) => void;
  /** `again`: the same filter was changed just before, so that Back need not undo every tick. */
  onState: (state: ListState, again: boolean) => void;
  children?: ReactNode;
}

export function FilterBar({ state, open, onOpen, onState, children }: Props) {
  const changed = useRef(false);
  const [chosen, setChosen] = useState<FilterField | null>(null);
  const openNow = (next: OpenFilter) => {
    changed.current = false;
    setChosen(null);
    onOpen(next);
  };
  const change = (next: ListState) => {
    onState(next, changed.current);
    changed.current = true;
  };
  // A filter stays in its place while its editor is open, even when its last value goes.
  const offered = useOffered();
  const shown = offered.filter((field) => field === open || QUICK_FIELDS.includes(field) || filterText(state, field) !== null);
  return (
    <div className="filters" role="group" aria-label={m.list.filters}>
      {shown.map((field) => (
        <Filter key={field} field={field} state={state} open={open === field} onOpen={openNow} onChange={change} />
      ))}
      <span className="filter">
        <button type="button" className="filter-button" aria-haspopup="dialog" aria-expanded={open === 'more'} onClick={() => openNow(open === 'more' ? null : 'more')}>
          <Icon name="add-plus" size="small" /> {m.list.addFilter}
        </button>
        {open === 'more' && (
          <FilterPanel label={chosen ? m.list.fields[chosen] : m.list.addFilter} onClose={() => openNow(null)}>
            {chosen ? (
              <>
                <button type="button" className="filter-back" onClick={() => setChosen(null)}>
                  <Icon name="angle-left" size="small" /> {m.list.back}
                </button>
                <FilterEditor key={chosen} field={chosen} state={state} onChange={change} onDone={() => openNow(null)} />
              </>
            ) : (
              <Choice fields={offered} state={state} onChoose={setChosen} />
            )}
          </FilterPanel>
        )}
      </span>
      {isFiltered(state) && (
        <button type="button" className="text-button" onClick={() => onState(withoutFilters(state), false)}>
          {m.list.clearFilters}
        </button>
      )}
      {children}
    </div>
  );
}

/** Without those that would tell what was said to who may not read it. */
function useOffered(): readonly FilterField[] {
  const { may } = useRights();
  return may('readTranscript') ? FILTER_FIELDS : FILTER_FIELDS.filter((field) => field !== 'phrase' && field !== 'entity');
}

interface FilterProps {
  field: FilterField;
  state: ListState;
  open: boolean;
  onOpen: (open: OpenFilter) => void;
  onChange: (state: ListState) => void;
}

function Filter({ field, state, open, onOpen, onChange }: FilterProps) {
  const name = m.list.fields[field];
  const text = filterText(state, field);
  return (
    <span className={text === null ? 'filter' : 'filter filter-on'}>
      <button type="button" className="filter-button" aria-haspopup="dialog" aria-expanded={open} onClick={() => onOpen(open ? null : field)}>
        {text === null ? name : <span className="filter-name">{name}:</span>} {text !== null && <b title={text}>{text}</b>}
        <Icon name="caret-down-filled" size="small" />
      </button>
      {text !== null && (
        <button type="button" className="filter-remove" aria-label={m.list.remove(name)} onClick={() => onChange(withoutFilter(state, field))}>
          <Icon name="close" size="small" />
        </button>
      )}
      {open && (
        <FilterPanel label={name} onClose={() => onOpen(null)}>
          <FilterEditor field={field} state={state} onChange={onChange} onDone={() => onOpen(null)} />
        </FilterPanel>
      )}
    </span>
  );
}

function Choice({ fields, state, onChoose }: { fields: readonly FilterField[]; state: ListState; onChoose: (field: FilterField) => void }) {
  return (
    <ul className="filter-choice">
      {fields.map((field) => (
        <li key={field}>
          <button type="button" onClick={() => onChoose(field)}>
            <span>{m.list.fields[field]}</span>
            <span className="quiet">{filterText(state, field)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
