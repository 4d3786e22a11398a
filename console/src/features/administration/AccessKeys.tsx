import { accessApi } from '@/api/accessApi';
import type { AccessKey, AccessKeyContent, AccessKeyPermission } from '@/api/types';
import { m } from '@/shared/messages';
import { dateTime } from '@/shared/time';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { FormDialog } from '@/shared/FormDialog';
import { Loaded } from '@/shared/Loaded';
import { PermissionBoxes } from './PermissionBoxes';
import { useAccessKeys, useChange } from './queries';
import { MadeSecret, Revoking } from './Revoking';
import { Part } from './UserPage';

const t = m.access.keys;
const tokens = m.access.tokens;

/** Signed calls make links to recordings; a key has use for nothing else. */
const OFFERED: readonly AccessKeyPermission[] = ['link', 'listen', 'unredacted'];

/** Keys of callers that sign as for AWS. */
export function AccessKeys() {
  const keys = useAccessKeys();
  const [open, setOpen] = useState<AccessKey | 'new' | null>(null);
  const close = () => setOpen(null);
  return (
    <Part title={t.accessKeys} how={t.accessKeysHow} actions={<Button onClick={() => setOpen('new')}>{t.add}</Button>}>
      <Loaded of={keys}>
        {(all) => (all.length === 0 ? <p className="quiet">{t.empty}</p> : <KeyTable keys={all} onOpen={setOpen} />)}
      </Loaded>
      {open === 'new' && <NewKey onClose={close} />}
      {open !== null && open !== 'new' && <EditedKey of={open} onClose={close} />}
    </Part>
  );
}

function KeyTable({ keys, onOpen }: { keys: readonly AccessKey[]; onOpen: (key: AccessKey) => void }) {
  return (
    <table className="plain-table stacks" aria-label={t.accessKeys}>
      <thead>
        <tr>
          {[tokens.name, t.id, t.may, tokens.created, tokens.lastUsed].map((title) => (
            <th scope="col" key={title}>{title}</th>
          ))}
          <th scope="col"><span className="visually-hidden">{tokens.revoke}</span></th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row">
              <Button variant="inline-link" ariaLabel={m.access.edit(key.name)} onClick={() => onOpen(key)}>{key.name}</Button>
            </th>
            <td data-label={t.id} className="mono">{key.id}</td>
            <td data-label={t.may}>{permissionNames(key.permissions)}</td>
            <td data-label={tokens.created} className="digits">{dateTime(key.createdAt)}</td>
            <td data-label={tokens.lastUsed} className="digits">{key.lastUsedAt ? dateTime(key.lastUsedAt) : tokens.notUsed}</td>
            <td className="row-actions">
              <Revoking of={key} how={t.revokeHow} revoke={accessApi.revokeAccessKey} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const permissionNames = (held: readonly AccessKeyPermission[]) =>
  OFFERED.filter((permission) => held.includes(permission)).map((permission) => m.rights.names[permission]).join(', ') || t.mayNothing;

function NewKey({ onClose }: { onClose: () => void }) {
  const make = useChange(accessApi.createAccessKey);
  if (make.data) {
    const { id, name, secret } = make.data;
    return <MadeSecret title={t.madeTitle(name)} how={t.once} values={[[t.id, id], [t.secret, secret]]} onClose={onClose} />;
  }
  return (
    <KeyForm
      title={t.add}
      action={t.add}
      content={{ name: '', permissions: [...OFFERED] }}
      saving={make.isPending}
      error={make.error}
      onClose={onClose}
      onSave={(content) => make.mutate(content)}
    />
  );
}

function EditedKey({ of: key, onClose }: { of: AccessKey; onClose: () => void }) {
  const save = useChange((content: AccessKeyContent) => accessApi.putAccessKey(key.id, content));
  return (
    <KeyForm
      title={m.access.edit(key.name)}
      action={m.save}
      content={key}
      saving={save.isPending}
      error={save.error}
      onClose={onClose}
      onSave={(content) => save.mutate(content, { onSuccess: onClose })}
    />
  );
}

interface FormProps {
  title: string;
  action: string;
  content: AccessKeyContent;
  saving: boolean;
  error: Error | null;
  onClose: () => void;
  onSave: (content: AccessKeyContent) => void;
}

function KeyForm({ content, onSave, ...dialog }: FormProps) {
  const [name, setName] = useState(content.name);
  const [permissions, setPermissions] = useState(content.permissions);
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '';
  const submit = () => {
    setTried(true);
    if (!missing) onSave({ name: name.trim(), permissions });
  };
  return (
    <FormDialog {...dialog} onSave={submit}>
      <FormField label={tokens.name} description={tokens.nameHow} errorText={tried && missing ? tokens.nameMissing : undefined}>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <PermissionBoxes
        offered={OFFERED}
        chosen={permissions}
        onChange={(chosen) => setPermissions(OFFERED.filter((permission) => chosen.includes(permission)))}
      />
      <p className="quiet">{t.mayHow}</p>
    </FormDialog>
  );
}
