import { m } from '@/shared/messages';
import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import { COLUMN_IDS, type Column, type ColumnId } from './columns';

interface Props {
  columns: readonly Column[];
  onColumns: (ids: readonly string[]) => void;
}

/** Which columns, in which order; by drag or by keys. */
export function ColumnChooser({ columns, onColumns }: Props) {
  const shown: readonly ColumnId[] = columns.map(({ id }) => id);
  const order = ['name', ...shown, ...COLUMN_IDS.filter((id) => !shown.includes(id))];
  return (
    <CollectionPreferences
      title={m.list.chooseColumns}
      confirmLabel={m.list.columnsKeep}
      cancelLabel={m.list.columnsCancel}
      preferences={{ contentDisplay: order.map((id) => ({ id, visible: id === 'name' || shown.some((one) => one === id) })) }}
      onConfirm={({ detail }) =>
        onColumns((detail.contentDisplay ?? []).filter(({ id, visible }) => visible && id !== 'name').map(({ id }) => id))
      }
      contentDisplayPreference={{
        title: m.list.columnsTitle,
        description: m.list.columnsHow,
        dragHandleAriaLabel: m.list.columnMove,
        dragHandleAriaDescription: m.list.columnMoveHow,
        liveAnnouncementDndStarted: (place, of) => m.list.columnTaken(place, of),
        liveAnnouncementDndItemReordered: (_from, to, of) => m.list.columnMoved(to, of),
        liveAnnouncementDndItemCommitted: (_from, to, of) => m.list.columnDropped(to, of),
        liveAnnouncementDndDiscarded: m.list.columnCancelled,
        options: [
          { id: 'name', label: m.list.columns.name, alwaysVisible: true },
          ...COLUMN_IDS.map((id) => ({ id, label: m.list.columns[id] })),
        ],
      }}
    />
  );
}
