import { Confirm } from '@/shared/Confirm';
import { m } from '@/shared/messages';
import { SecretOnce } from '@/shared/SecretOnce';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import { useState } from 'react';
import { useChange } from './queries';

const t = m.access.tokens;

interface Revocable {
  readonly id: string;
  readonly name: string;
}

interface Props {
  of: Revocable;
  how: string;
  revoke: (id: string) => Promise<unknown>;
}

/** A button that makes a secret worthless, after it has asked. */
export function Revoking({ of: { id, name }, how, revoke }: Props) {
  const [asked, setAsked] = useState(false);
  const revoking = useChange(revoke);
  return (
    <>
      <Button variant="inline-link" ariaLabel={`${t.revoke} ${name}`} onClick={() => setAsked(true)}>{t.revoke}</Button>
      {asked && (
        <Confirm
          title={t.revokeReally(name)}
          action={t.revoke}
          working={revoking.isPending}
          error={revoking.error}
          onClose={() => (revoking.reset(), setAsked(false))}
          onConfirm={() => revoking.mutate(id, { onSuccess: () => setAsked(false) })}
        >
          {how}
        </Confirm>
      )}
    </>
  );
}

interface MadeProps {
  title: string;
  how: string;
  values: readonly (readonly [string, string])[];
  onClose: () => void;
}

/** Shows a new secret, this once. */
export function MadeSecret({ title, how, values, onClose }: MadeProps) {
  return (
    <Modal visible onDismiss={onClose} closeAriaLabel={m.close} header={title} footer={<span className="dialog-buttons"><Button variant="primary" onClick={onClose}>{m.close}</Button></span>}>
      <SecretOnce how={how} values={values} />
    </Modal>
  );
}
