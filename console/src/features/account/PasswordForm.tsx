import { accessApi } from '@/api/accessApi';
import { ApiProblem } from '@/api/client';
import { m } from '@/shared/messages';
import { SESSION_KEY } from '@/shared/useSession';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { OWN_SIGN_INS } from './OwnSignIns';

const t = m.account;
const SHORTEST = 12;
const EMPTY = { current: '', password: '', again: '' };

/** Sets the reader's password, or changes the one there is. */
export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const [typed, setTyped] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () => accessApi.changePassword({ current: hasPassword ? typed.current : null, password: typed.password }),
    onSuccess: () => {
      setTyped(EMPTY);
      setTried(false);
      return Promise.all([SESSION_KEY, OWN_SIGN_INS].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  const wrong = {
    current: hasPassword && typed.current === '' ? t.currentMissing : undefined,
    password: typed.password.length < SHORTEST ? t.short : undefined,
    again: typed.again !== typed.password ? t.differs : undefined,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong.current && !wrong.password && !wrong.again) change.mutate();
  };
  const field = (name: keyof typeof EMPTY, label: string, autoComplete: string, description?: string) => (
    <FormField label={label} description={description} errorText={tried ? wrong[name] : undefined}>
      <Input type="password" autoComplete={autoComplete} value={typed[name]} onChange={({ detail }) => setTyped({ ...typed, [name]: detail.value })} />
    </FormField>
  );
  return (
    <form onSubmit={submit} noValidate>
      <SpaceBetween size="m">
        {hasPassword && field('current', t.current, 'current-password')}
        {field('password', t.next, 'new-password', t.nextHow)}
        {field('again', t.again, 'new-password')}
        {change.error && <p role="alert" className="problem flat">{problemText(change.error)}</p>}
        <Button formAction="submit" loading={change.isPending}>{hasPassword ? t.change : t.set}</Button>
        <span role="status">{change.isSuccess && !tried && t.changed}</span>
      </SpaceBetween>
    </form>
  );
}

function problemText(error: Error): string {
  return error instanceof ApiProblem && error.status === 403 && error.problem.detail == null ? t.wrong : error.message;
}
