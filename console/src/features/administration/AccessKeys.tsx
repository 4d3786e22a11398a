import { accessApi } from '@/api/accessApi';
import type { AccessKey, NewAccessKey } from '@/api/types';
import { Confirm } from '@/shared/Confirm';
import { m } from '@/shared/messages';
import { SecretOnce } from '@/shared/SecretOnce';
import { dateTime } from '@/shared/time';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import { useState } from 'react';
import { FormDialog } from './FormDialog';
import { Loaded } from './Loaded';
import { useAccessKeys, useChange } from './queries';
import { Part } from './UserPage';

const t = m.access.keys;
const tokens = m.access.tokens;

/** Keys of callers that sign as for AWS. */
export function AccessKeys() {
  const keys = useAccessKeys();
  const [making, setMaking] = useState(false);
  const [asked, setAsked] = useState<AccessKey | null>(null);
  const revoke = useChange(accessApi.revokeAccessKey);
  return (
    <Part title={t.accessKeys} how={t.accessKeysHow} actions={<Button onClick={() => setMaking(true)}>{t.add}</Button>}>
      <Loaded of={keys}>
        {(all) => (all.length === 0 ? <p className="quiet">{t.empty}</p> : <KeyTable keys={all} onRevoke={setAsked} />)}
      </Loaded>
      {making && <KeyDialog onClose={() => setMaking(false)} />}
      {asked && (
        <Confirm
          title={tokens.revokeReally(asked.name)}
          action={tokens.revoke}
          working={revoke.isPending}
          error={revoke.error}
          onClose={() => (revoke.reset(), setAsked(null))}
          onConfirm={() => revoke.mutate(asked.id, { onSuccess: () => setAsked(null) })}
        >
          {t.revokeHow}
        </Confirm>
      )}
    </Part>
  );
}

function KeyTable({ keys, onRevoke }: { keys: readonly AccessKey[]; onRevoke: (key: AccessKey) => void }) {
  return (
    <table className="plain-table stacks" aria-label={t.accessKeys}>
      <thead>
        <tr>
          {[tokens.name, t.id, tokens.created, tokens.lastUsed].map((title) => (
            <th scope="col" key={title}>{title}</th>
          ))}
          <th scope="col"><span className="visually-hidden">{tokens.revoke}</span></th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row">{key.name}</th>
            <td data-label={t.id} className="mono">{key.id}</td>
            <td data-label={tokens.created} className="digits">{dateTime(key.createdAt)}</td>
            <td data-label={tokens.lastUsed} className="digits">{key.lastUsedAt ? dateTime(key.lastUsedAt) : tokens.notUsed}</td>
            <td className="row-actions">
              <Button variant="inline-link" ariaLabel={`${tokens.revoke} ${key.name}`} onClick={() => onRevoke(key)}>{tokens.revoke}</Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function KeyDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const make = useChange(accessApi.createAccessKey);
  if (make.data) return <MadeKey made={make.data} onClose={onClose} />;
  const missing = name.trim() === '';
  const submit = () => {
    setTried(true);
    if (!missing) make.mutate(name.trim());
  };
  return (
    <FormDialog title={t.add} action={t.add} saving={make.isPending} error={make.error} onClose={onClose} onSave={submit}>
      <FormField label={tokens.name} description={tokens.nameHow} errorText={tried && missing ? tokens.nameMissing : undefined}>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
    </FormDialog>
  );
}

function MadeKey({ made: { id, name, secret }, onClose }: { made: NewAccessKey; onClose: () => void }) {
  return (
    <Modal visible onDismiss={onClose} closeAriaLabel={m.close} header={t.madeTitle(name)} footer={<span className="dialog-buttons"><Button variant="primary" onClick={onClose}>{m.close}</Button></span>}>
      <SecretOnce how={t.once} values={[[t.id, id], [t.secret, secret]]} />
    </Modal>
  );
}
