import { accessApi } from '@/api/accessApi';
import type { Group } from '@/api/types';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { GroupDialog } from './GroupDialog';
import { Loaded } from './Loaded';
import { namesOf, setNames } from './NamesSelect';
import { useChange, useGroups, useSets } from './queries';

const t = m.access.groups;

/** Groups of users, each edited in a dialog. */
export function GroupsTab() {
  const groups = useGroups();
  const sets = setNames(useSets().data ?? []);
  const [open, setOpen] = useState<Group | 'new' | null>(null);
  const remove = useChange(accessApi.deleteGroup);
  return (
    <Loaded of={groups}>
      {(all) => (
        <>
          <div className="list-bar">
            <Button variant="primary" iconName="add-plus" onClick={() => setOpen('new')}>{t.add}</Button>
          </div>
          {all.length === 0 ? (
            <Empty title={t.empty}>
              <p>{t.emptyHow}</p>
            </Empty>
          ) : (
            <table className="plain-table stacks" aria-label={m.access.tabs.groups}>
              <thead>
                <tr>
                  {[t.name, t.members, t.sets, t.claim].map((title) => (
                    <th scope="col" key={title}>{title}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {all.map((group) => (
                  <tr key={group.id}>
                    <th scope="row">
                      <Button variant="inline-link" ariaLabel={m.access.edit(group.name)} onClick={() => setOpen(group)}>{group.name}</Button>
                      {group.description && <span className="quiet cell-note">{group.description}</span>}
                    </th>
                    <td data-label={t.members}>{m.access.people(group.users?.length ?? 0)}</td>
                    <td data-label={t.sets}>{namesOf(group.permissionSets ?? [], sets) || m.none}</td>
                    <td data-label={t.claim} className="breaks">{group.claim || m.none}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {open && (
            <GroupDialog
              group={open === 'new' ? null : open}
              onClose={() => setOpen(null)}
              remove={{ pending: remove.isPending, error: remove.error, run: (id) => remove.mutate(id, { onSuccess: () => setOpen(null) }) }}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
