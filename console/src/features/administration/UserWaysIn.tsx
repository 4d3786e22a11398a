import { accessApi } from '@/api/accessApi';
import type { User } from '@/api/types';
import { Confirm } from '@/shared/Confirm';
import { m } from '@/shared/messages';
import { SecretOnce } from '@/shared/SecretOnce';
import { dateTime } from '@/shared/time';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { FormDialog } from '@/shared/FormDialog';
import { useChange } from './queries';

const t = m.access.users;
const SHORTEST = 12;

/** How a user comes in: by a password, a link that is good for once, or a provider. */
export function UserWaysIn({ user, name }: { user: User; name: string }) {
  const [open, setOpen] = useState<'set' | 'take' | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const set = useChange((password: string | null) => accessApi.setUserPassword(user.id, password));
  const link = useChange(() => accessApi.createUserSignInCode(user.id));
  const close = () => {
    set.reset();
    setOpen(null);
  };
  const change = (password: string | null) =>
    set.mutate(password, {
      onSuccess: () => {
        setDone(password === null ? t.passwordTaken : t.passwordSet);
        close();
      },
    });
  const code = link.data;
  return (
    <SpaceBetween size="m">
      <p className="flat">
        <StatusIndicator type={user.hasPassword ? 'success' : 'stopped'}>{user.hasPassword ? t.hasPassword : t.hasNoPassword}</StatusIndicator>
        {user.provider && <span className="quiet cell-note">{t.provider(user.provider)}</span>}
      </p>
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={() => setOpen('set')}>{t.setPassword}</Button>
        {user.hasPassword && <Button onClick={() => setOpen('take')}>{t.takePassword}</Button>}
        <Button disabled={!user.active} disabledReason={t.notActive} loading={link.isPending} onClick={() => link.mutate()}>
          {t.makeLink}
        </Button>
      </SpaceBetween>
      <span role="status">{done}</span>
      {link.error && <p role="alert" className="problem">{link.error.message}</p>}
      {code && <SecretOnce how={t.linkHow(dateTime(code.expiresAt))} values={[[t.link, linkOf(code.code)]]} />}
      {open === 'set' && <PasswordDialog saving={set.isPending} error={set.error} onClose={close} onSave={change} />}
      {open === 'take' && (
        <Confirm title={t.takePasswordReally(name)} action={t.takePassword} working={set.isPending} error={set.error} onClose={close} onConfirm={() => change(null)}>
          {t.takePasswordHow}
        </Confirm>
      )}
    </SpaceBetween>
  );
}

const linkOf = (code: string) => `${window.location.origin}/login#code=${encodeURIComponent(code)}`;

interface DialogProps {
  saving: boolean;
  error: Error | null;
  onClose: () => void;
  onSave: (password: string) => void;
}

function PasswordDialog({ saving, error, onClose, onSave }: DialogProps) {
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const short = password.length < SHORTEST;
  const save = () => {
    setTried(true);
    if (!short) onSave(password);
  };
  return (
    <FormDialog title={t.setPassword} action={t.setPassword} saving={saving} error={error} onClose={onClose} onSave={save}>
      <FormField label={t.newPassword} description={t.passwordHow} errorText={tried && short ? t.passwordShort : undefined}>
        <Input type="password" autoComplete="new-password" value={password} onChange={({ detail }) => setPassword(detail.value)} />
      </FormField>
    </FormDialog>
  );
}
