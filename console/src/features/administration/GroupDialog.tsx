import { accessApi } from '@/api/accessApi';
import type { Group, GroupContent } from '@/api/types';
import { m } from '@/shared/messages';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { FormDialog } from '@/shared/FormDialog';
import { NamesSelect, setNames, userNames } from './NamesSelect';
import { useChange, useSets, useUsers } from './queries';
import { Removing, type Removal } from './Removing';

const t = m.access.groups;

interface Props {
  /** Null for a new one. */
  group: Group | null;
  remove: Removal;
  onClose: () => void;
}

export function GroupDialog({ group, remove, onClose }: Props) {
  const [content, setContent] = useState<Required<GroupContent>>({
    name: group?.name ?? '',
    description: group?.description ?? null,
    claim: group?.claim ?? null,
    users: group?.users ?? [],
    permissionSets: group?.permissionSets ?? [],
  });
  const [tried, setTried] = useState(false);
  const users = userNames(useUsers().data ?? []);
  const sets = setNames(useSets().data ?? []);
  const save = useChange((sent: GroupContent) => (group ? accessApi.putGroup(group.id, sent) : accessApi.createGroup(sent)));
  const change = (part: Partial<GroupContent>) => setContent({ ...content, ...part });
  const name = content.name.trim();
  const submit = () => {
    setTried(true);
    const sent = { ...content, name, description: content.description?.trim() || null, claim: content.claim?.trim() || null };
    if (name !== '') save.mutate(sent, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={group ? m.access.edit(group.name) : t.newTitle}
      action={group ? m.save : t.add}
      saving={save.isPending}
      error={save.error}
      onClose={onClose}
      onSave={submit}
      aside={group && <Removing id={group.id} name={group.name} how={t.removeHow} removal={remove} />}
    >
      <FormField label={t.name} errorText={tried && name === '' ? t.nameMissing : undefined}>
        <Input value={content.name} onChange={({ detail }) => change({ name: detail.value })} />
      </FormField>
      <FormField label={t.description}>
        <Input value={content.description ?? ''} onChange={({ detail }) => change({ description: detail.value })} />
      </FormField>
      <NamesSelect label={t.members} options={users} chosen={content.users} onChange={(ids) => change({ users: ids })} />
      <NamesSelect label={t.sets} options={sets} chosen={content.permissionSets} onChange={(ids) => change({ permissionSets: ids })} />
      <FormField label={t.claim} description={t.claimHow}>
        <Input value={content.claim ?? ''} onChange={({ detail }) => change({ claim: detail.value })} />
      </FormField>
    </FormDialog>
  );
}
