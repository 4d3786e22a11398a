import type { HowToSignIn } from '@/api/accessApi';
import { m } from '@/shared/messages';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type FormEvent } from 'react';

export interface FormProps {
  working: boolean;
  onSignIn: (how: HowToSignIn) => void;
}

export function PasswordForm({ working, onSignIn }: FormProps) {
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const name = user.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name !== '' && password !== '') onSignIn({ user: name, password });
  };
  return (
    <form onSubmit={submit} noValidate>
      <SpaceBetween size="m">
        <FormField label={m.login.user} errorText={tried && name === '' ? m.login.userMissing : undefined}>
          <Input
            value={user}
            onChange={({ detail }) => setUser(detail.value)}
            name="username"
            autoComplete="username"
            disabled={working}
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the page is for nothing else
            autoFocus
          />
        </FormField>
        <FormField label={m.login.password} errorText={tried && password === '' ? m.login.passwordMissing : undefined}>
          <Input
            value={password}
            onChange={({ detail }) => setPassword(detail.value)}
            type="password"
            name="password"
            autoComplete="current-password"
            disabled={working}
          />
        </FormField>
        <Submit working={working} primary />
      </SpaceBetween>
    </form>
  );
}

/** `focus`: it is the only way in. */
export function TokenForm({ working, onSignIn, focus }: FormProps & { focus: boolean }) {
  const [token, setToken] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const pasted = token.trim();
    setMissing(pasted === '');
    if (pasted !== '') onSignIn({ token: pasted });
  };
  return (
    <form onSubmit={submit}>
      <SpaceBetween size="m">
        <FormField label={m.login.token} errorText={missing ? m.login.empty : undefined}>
          <Input
            value={token}
            onChange={({ detail }) => setToken(detail.value)}
            type="password"
            autoComplete={false}
            disabled={working}
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the page is for nothing else
            autoFocus={focus}
          />
        </FormField>
        <Submit working={working} primary={focus} />
      </SpaceBetween>
    </form>
  );
}

function Submit({ working, primary }: { working: boolean; primary: boolean }) {
  return (
    <Button variant={primary ? 'primary' : 'normal'} formAction="submit" loading={working} loadingText={m.login.working}>
      {working ? m.login.working : m.login.submit}
    </Button>
  );
}
