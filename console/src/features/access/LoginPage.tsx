import { ApiProblem } from '@/api/client';
import { m } from '@/shared/messages';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useState, type FormEvent } from 'react';
import { codeIn, useSignIn } from './signIn';

interface Props {
  /** A page sent the reader here, so that signing in goes back to it. */
  ended: boolean;
  onSignedIn: () => void;
}

export function LoginPage({ ended, onSignedIn }: Props) {
  const [token, setToken] = useState('');
  const [missing, setMissing] = useState(false);
  const signIn = useSignIn(onSignedIn);
  const { mutate } = signIn;

  useEffect(() => {
    const code = codeIn(window.location.hash);
    if (code === null) return;
    // The code works once and must not stay in the address line or the history.
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
    mutate({ code });
  }, [mutate]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const pasted = token.trim();
    setMissing(pasted === '');
    if (pasted !== '') mutate({ token: pasted });
  };

  return (
    <div className="login">
      <Container header={<Header variant="h1">{m.login.title}</Header>}>
        <SpaceBetween size="l">
          {signIn.error ? (
            <Alert type="error">{problemText(signIn.error, signIn.variables)}</Alert>
          ) : (
            ended && !signIn.isPending && <Alert type="info">{m.login.ended}</Alert>
          )}
          <form onSubmit={submit}>
            <SpaceBetween size="m">
              <FormField label={m.login.token} errorText={missing ? m.login.empty : undefined}>
                <Input
                  value={token}
                  onChange={({ detail }) => setToken(detail.value)}
                  type="password"
                  autoComplete={false}
                  disabled={signIn.isPending}
                  // eslint-disable-next-line jsx-a11y/no-autofocus -- the page has this one field and no other purpose
                  autoFocus
                />
              </FormField>
              <Button variant="primary" formAction="submit" loading={signIn.isPending} loadingText={m.login.working}>
                {signIn.isPending ? m.login.working : m.login.submit}
              </Button>
            </SpaceBetween>
          </form>
          <Box color="text-body-secondary">
            {m.login.how}
            <pre className="command">{m.login.command}</pre>
          </Box>
        </SpaceBetween>
      </Container>
    </div>
  );
}

function problemText(error: Error, sent: { token?: string; code?: string } | undefined): string {
  if (!(error instanceof ApiProblem) || error.status !== 401) return error.message;
  return sent && 'code' in sent ? m.login.wrongCode : m.login.wrongToken;
}
