import { accessApi } from '@/api/accessApi';
import type { Group } from '@/api/types';
import { m } from '@/shared/messages';
import Button from '@cloudscape-design/components/button';
import { EditedList } from './EditedList';
import { GroupDialog } from './GroupDialog';
import { namesOf, setNames } from './NamesSelect';
import { useGroups, useSets } from './queries';

const t = m.access.groups;

/** Groups of users, each edited in a dialog. */
export function GroupsTab() {
  return (
    <EditedList
      of={useGroups()}
      add={t.add}
      empty={[t.empty, t.emptyHow]}
      remove={accessApi.deleteGroup}
      table={(all, onOpen) => <GroupTable groups={all} onOpen={onOpen} />}
      dialog={({ edited, ...rest }) => <GroupDialog group={edited} {...rest} />}
    />
  );
}

function GroupTable({ groups, onOpen }: { groups: readonly Group[]; onOpen: (group: Group) => void }) {
  const sets = setNames(useSets().data ?? []);
  return (
    <table className="plain-table stacks" aria-label={m.access.tabs.groups}>
      <thead>
        <tr>
          {[t.name, t.members, t.sets, t.claim].map((title) => (
            <th scope="col" key={title}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.id}>
            <th scope="row">
              <Button variant="inline-link" ariaLabel={m.access.edit(group.name)} onClick={() => onOpen(group)}>{group.name}</Button>
              {group.description && <span className="quiet cell-note">{group.description}</span>}
            </th>
            <td data-label={t.members}>{m.access.people(group.users?.length ?? 0)}</td>
            <td data-label={t.sets}>{namesOf(group.permissionSets ?? [], sets) || m.none}</td>
            <td data-label={t.claim} className="breaks">{group.claim || m.none}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
