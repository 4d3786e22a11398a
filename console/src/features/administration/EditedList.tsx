import { Empty } from '@/shared/Empty';
import Button from '@cloudscape-design/components/button';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Loaded } from '@/shared/Loaded';
import { useChange } from './queries';
import type { Removal } from './Removing';

/** What a dialog gets that edits one of a list. */
export interface Edited<Thing> {
  /** Null for a new one. */
  readonly edited: Thing | null;
  readonly remove: Removal;
  readonly onClose: () => void;
}

interface Props<Thing> {
  of: UseQueryResult<Thing[]>;
  /** What the button says. */
  add: string;
  /** Said where there are none. */
  empty?: readonly [title: string, how: string];
  remove: (id: string) => Promise<unknown>;
  table: (all: readonly Thing[], onOpen: (thing: Thing) => void) => ReactNode;
  dialog: (edited: Edited<Thing>) => ReactNode;
}

/** Things that are added, changed and removed in a dialog. */
export function EditedList<Thing>({ of, add, empty, remove, table, dialog }: Props<Thing>) {
  const [open, setOpen] = useState<{ edited: Thing | null } | null>(null);
  const removing = useChange(remove);
  const close = () => setOpen(null);
  return (
    <Loaded of={of}>
      {(all) => (
        <>
          <div className="list-bar">
            <Button variant="primary" iconName="add-plus" onClick={() => setOpen({ edited: null })}>{add}</Button>
          </div>
          {all.length === 0 && empty ? (
            <Empty title={empty[0]}>
              <p>{empty[1]}</p>
            </Empty>
          ) : (
            table(all, (edited) => setOpen({ edited }))
          )}
          {open &&
            dialog({
              ...open,
              remove: { pending: removing.isPending, error: removing.error, run: (id) => removing.mutate(id, { onSuccess: close }) },
              onClose: close,
            })}
        </>
      )}
    </Loaded>
  );
}
