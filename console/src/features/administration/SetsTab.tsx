import { accessApi } from '@/api/accessApi';
import type { PermissionSet } from '@/api/types';
import { m } from '@/shared/messages';
import { PERMISSIONS } from '@/shared/rights';
import Badge from '@cloudscape-design/components/badge';
import Button from '@cloudscape-design/components/button';
import { EditedList } from './EditedList';
import { useSets } from './queries';
import { SetDialog } from './SetDialog';

const t = m.access.sets;

/** Permission sets, each edited in a dialog; the built-in ones say only who has them. */
export function SetsTab() {
  return (
    <EditedList
      of={useSets()}
      add={t.add}
      remove={accessApi.deletePermissionSet}
      table={(all, onOpen) => <SetTable sets={all} onOpen={onOpen} />}
      dialog={({ edited, ...rest }) => <SetDialog set={edited} {...rest} />}
    />
  );
}

function SetTable({ sets, onOpen }: { sets: readonly PermissionSet[]; onOpen: (set: PermissionSet) => void }) {
  return (
    <table className="plain-table stacks" aria-label={m.access.tabs.permissionSets}>
      <thead>
        <tr>
          {[t.name, t.permissions, t.contacts, t.given].map((title) => (
            <th scope="col" key={title}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sets.map((set) => (
          <SetRow key={set.id} set={set} onOpen={() => onOpen(set)} />
        ))}
      </tbody>
    </table>
  );
}

function SetRow({ set, onOpen }: { set: PermissionSet; onOpen: () => void }) {
  const { id, label, description, builtIn, users, groups } = set;
  const held = PERMISSIONS.filter((permission) => set.permissions?.includes(permission));
  return (
    <tr>
      <th scope="row">
        <Button variant="inline-link" ariaLabel={m.access.edit(label)} onClick={onOpen}>{label}</Button> {builtIn && <Badge>{t.builtIn}</Badge>}
        <span className="quiet cell-note">{[description, builtIn && label !== id ? id : null].filter(Boolean).join(' · ')}</span>
      </th>
      <td data-label={t.permissions}>{held.map((permission) => m.rights.names[permission]).join(', ') || m.none}</td>
      <td data-label={t.contacts}>{m.rights.contacts[set.contacts]}</td>
      <td data-label={t.given}>{t.givenTo(users.length, groups.length)}</td>
    </tr>
  );
}
