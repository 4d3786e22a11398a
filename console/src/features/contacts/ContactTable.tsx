import type { ContactSummary } from '@/api/types';
import { m } from '@/shared/messages';
import Icon from '@cloudscape-design/components/icon';
import { memo, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Column } from './columns';
import { Hits } from './Hits';
import { contactAddress } from './hits';
import type { ListState, Sort } from './listState';
import { isSelected, shownSelected, type Selection } from './selection';

interface Props {
  rows: readonly ContactSummary[];
  columns: readonly Column[];
  /** Whether a column's name is a button: the recently viewed have their own order. */
  sortable: boolean;
  state: ListState;
  onSort: (sort: Sort, first: 'asc' | 'desc') => void;
  selection: Selection;
  onToggle: (contactId: string, range: boolean) => void;
  onToggleShown: () => void;
}

const PICK_WIDTH = 40;
const NAME_WIDTH = 112;

export function ContactTable(props: Props) {
  const { rows, columns, selection, onToggle } = props;
  const width = columns.reduce((sum, column) => sum + column.width, PICK_WIDTH + NAME_WIDTH);
  return (
    <table className="contact-table" aria-label={m.list.table} style={{ minWidth: width }}>
      <colgroup>
        <col style={{ width: PICK_WIDTH }} />
        <col style={{ width: NAME_WIDTH }} />
        {columns.map(({ id, width: least }) => (
          <col key={id} style={{ width: least }} />
        ))}
      </colgroup>
      <Head {...props} />
      <tbody>
        {rows.map((contact) => (
          <Row
            key={contact.contactId}
            contact={contact}
            columns={columns}
            selected={isSelected(selection, contact.contactId)}
            onToggle={onToggle}
          />
        ))}
      </tbody>
    </table>
  );
}

function Head({ rows, columns, sortable, state, onSort, selection, onToggleShown }: Props) {
  const shown = shownSelected(selection, rows.map(({ contactId }) => contactId));
  return (
    <thead>
      <tr>
        <th className="pick">
          <Box state={shown} label={m.list.selectShown} onToggle={onToggleShown} />
        </th>
        <th scope="col">{m.list.columns.name}</th>
        {columns.map((column) => (
          <ColumnHead key={column.id} column={column} state={state} onSort={sortable ? onSort : null} />
        ))}
      </tr>
    </thead>
  );
}

function ColumnHead({ column, state, onSort }: { column: Column; state: ListState; onSort: Props['onSort'] | null }) {
  const { id, sort, first = 'asc', digits } = column;
  const name = m.list.columns[id];
  const className = digits ? 'digits-cell' : undefined;
  if (!sort || !onSort) {
    return (
      <th scope="col" className={className}>
        {name}
      </th>
    );
  }
  const now = state.sort === sort ? state.order : null;
  return (
    <th scope="col" className={className} aria-sort={now === null ? undefined : now === 'asc' ? 'ascending' : 'descending'}>
      <button type="button" className="sort" onClick={() => onSort(sort, first)}>
        {name}
        <span className={now ? 'sort-sign' : 'sort-sign sort-sign-faint'}>
          <Icon name={now === null ? 'caret-down' : now === 'asc' ? 'caret-up-filled' : 'caret-down-filled'} size="small" />
        </span>
      </button>
    </th>
  );
}

/** A box that can also be half ticked. */
function Box({ state, label, onToggle }: { state: 'none' | 'some' | 'all'; label: string; onToggle: () => void }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'some';
  }, [state]);
  return (
    <label className="pick-box">
      <input ref={box} type="checkbox" aria-label={label} checked={state === 'all'} onChange={onToggle} />
    </label>
  );
}

export function PickBox({ contact, selected, onToggle }: Pick<RowProps, 'contact' | 'selected' | 'onToggle'>) {
  return (
    <label className="pick-box">
      <input
        type="checkbox"
        aria-label={m.list.select(contact.name)}
        checked={selected}
        onChange={(event) => onToggle(contact.contactId, (event.nativeEvent as MouseEvent).shiftKey === true)}
      />
    </label>
  );
}

interface RowProps {
  contact: ContactSummary;
  columns: readonly Column[];
  selected: boolean;
  onToggle: (contactId: string, range: boolean) => void;
}

const Row = memo(function Row({ contact, columns, selected, onToggle }: RowProps) {
  const hits = contact.hits && contact.hits.length > 0;
  const className = [selected ? 'row-selected' : '', hits ? 'row-with-hits' : ''].join(' ').trim() || undefined;
  return (
    <>
      <tr className={className} data-contact={contact.contactId}>
        <td className="pick">
          <PickBox contact={contact} selected={selected} onToggle={onToggle} />
        </td>
        <th scope="row">
          <Link className="link" data-open to={contactAddress(contact.contactId)}>
            {contact.name}
          </Link>
        </th>
        {columns.map(({ id, digits, cell }) => (
          <td key={id} className={digits ? 'digits-cell digits' : undefined}>
            {cell(contact) ?? <span className="quiet">{m.none}</span>}
          </td>
        ))}
      </tr>
      {hits && (
        <tr className={selected ? 'row-hits row-selected' : 'row-hits'}>
          <td />
          <td colSpan={columns.length + 1}>
            <Hits contact={contact} />
          </td>
        </tr>
      )}
    </>
  );
});
