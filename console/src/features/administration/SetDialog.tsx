import { accessApi } from '@/api/accessApi';
import type { Permission, PermissionSet, PermissionSetContent, Reach } from '@/api/types';
import { m } from '@/shared/messages';
import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useRef, useState } from 'react';
import { FormDialog } from '@/shared/FormDialog';
import { NamesSelect, userNames } from './NamesSelect';
import { PermissionBoxes } from './PermissionBoxes';
import { useChange, useGroups, useUsers } from './queries';
import { ReachChoice } from './ReachChoice';
import { Removing, type Removal } from './Removing';

const t = m.access.sets;

interface Props {
  /** Null for a new one. */
  set: PermissionSet | null;
  remove: Removal;
  onClose: () => void;
}

interface Draft {
  label: string;
  description: string;
  permissions: readonly Permission[];
  contacts: Reach;
  users: string[];
  groups: string[];
}

/** A built-in set cannot be changed; who has it is kept apart for all. */
function saveContent(set: PermissionSet | null, { label, description, permissions, contacts }: Draft): Promise<PermissionSet> {
  if (set?.builtIn) return Promise.resolve(set);
  const content: PermissionSetContent = { label: label.trim(), description: description.trim() || null, permissions: [...permissions], contacts };
  return set === null ? accessApi.createPermissionSet(content) : accessApi.putPermissionSet(set.id, content);
}

export function SetDialog({ set, remove, onClose }: Props) {
  const [draft, setDraft] = useState<Draft>({
    label: set?.label ?? '',
    description: set?.description ?? '',
    permissions: set?.permissions ?? [],
    contacts: set?.contacts ?? 'all',
    users: set?.users ?? [],
    groups: set?.groups ?? [],
  });
  const [tried, setTried] = useState(false);
  const users = userNames(useUsers().data ?? []);
  const groups = useGroups().data ?? [];
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  // A new one that was made, but not given to anybody, is not made a second time.
  const made = useRef(set);
  const saving = useChange(async (sent: Draft) => {
    made.current = await saveContent(made.current, sent);
    return accessApi.putAssignments(made.current.id, { users: sent.users, groups: sent.groups });
  });
  const nameMissing = draft.label.trim() === '';
  const submit = () => {
    setTried(true);
    if (!nameMissing) saving.mutate(draft, { onSuccess: onClose });
  };
  const fixed = set?.builtIn ?? false;
  return (
    <FormDialog
      large
      title={set ? m.access.edit(set.label) : t.newTitle}
      action={set ? m.save : t.add}
      saving={saving.isPending}
      error={saving.error}
      onClose={onClose}
      onSave={submit}
      aside={set && !fixed && <Removing id={set.id} name={set.label} how={t.removeHow} removal={remove} />}
    >
      {fixed ? (
        <Alert type="info">{t.builtInHow}</Alert>
      ) : (
        <div className="form-columns">
          <FormField label={t.name} errorText={tried && nameMissing ? t.nameMissing : undefined}>
            <Input value={draft.label} onChange={({ detail }) => change({ label: detail.value })} />
          </FormField>
          <FormField label={t.description}>
            <Input value={draft.description} onChange={({ detail }) => change({ description: detail.value })} />
          </FormField>
        </div>
      )}
      <PermissionBoxes chosen={draft.permissions} disabled={fixed} onChange={(permissions) => change({ permissions })} />
      <ReachChoice chosen={draft.contacts} disabled={fixed} onChange={(contacts) => change({ contacts })} />
      <div className="form-columns">
        <NamesSelect label={`${t.given}: ${t.users}`} options={users} chosen={draft.users} onChange={(ids) => change({ users: ids })} />
        <NamesSelect label={`${t.given}: ${t.groups}`} options={groups} chosen={draft.groups} onChange={(ids) => change({ groups: ids })} />
      </div>
    </FormDialog>
  );
}
