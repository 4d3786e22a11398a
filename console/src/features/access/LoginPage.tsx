import type { HowToSignIn } from '@/api/accessApi';
import type { Session, SignInOptions } from '@/api/types';
import { m } from '@/shared/messages';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useState } from 'react';
import { PasswordForm, TokenForm, type FormProps } from './forms';
import { fromHash, problemText, providerUrl, useSignIn, useSignInOptions } from './signIn';

interface Props {
  /** The page to go back to; null if the reader came by himself. */
  back: string | null;
  onSignedIn: (session: Session, how: HowToSignIn) => void;
}

const TOKEN_ONLY: SignInOptions = { password: false, providers: [] };

export function LoginPage({ back, onSignedIn }: Props) {
  const [brought] = useState(() => fromHash(window.location.hash));
  const options = useSignInOptions();
  const signIn = useSignIn(onSignedIn);
  const { mutate, error, isPending } = signIn;

  useEffect(() => {
    if (brought.code === null && brought.error === null) return;
    // A code works once and must not stay in the address line or the history.
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
    if (brought.code !== null) mutate({ code: brought.code });
  }, [brought, mutate]);

  const problem = error ? problemText(error, signIn.variables) : isPending ? null : brought.error;
  const known = options.data ?? (options.isError ? TOKEN_ONLY : null);
  return (
    <div className="login">
      <Container header={<Header variant="h1">{m.login.title}</Header>}>
        <SpaceBetween size="l">
          {problem !== null ? (
            <Alert type="error">{problem}</Alert>
          ) : (
            back !== null && !isPending && <Alert type="info">{m.login.ended}</Alert>
          )}
          {known && <Ways options={known} back={back} form={{ working: isPending, onSignIn: mutate }} />}
        </SpaceBetween>
      </Container>
    </div>
  );
}

/** Most people come by a provider or a password; where there are none, by a token. */
function Ways({ options, back, form }: { options: SignInOptions; back: string | null; form: FormProps }) {
  const { password, providers } = options;
  const token = (
    <SpaceBetween size="m">
      <TokenForm {...form} focus={!password && providers.length === 0} />
      <Box color="text-body-secondary">
        {m.login.how}
        <pre className="command">{m.login.command}</pre>
      </Box>
    </SpaceBetween>
  );
  if (!password && providers.length === 0) return token;
  return (
    <SpaceBetween size="l">
      {providers.length > 0 && (
        <SpaceBetween size="s">
          {providers.map(({ id, name, url }) => (
            <Button key={id} fullWidth variant={password ? 'normal' : 'primary'} href={providerUrl(url, back)}>
              {m.login.withProvider(name)}
            </Button>
          ))}
        </SpaceBetween>
      )}
      {providers.length > 0 && password && <p className="login-or">{m.login.or}</p>}
      {password && <PasswordForm {...form} />}
      <ExpandableSection headerText={m.login.withToken}>{token}</ExpandableSection>
    </SpaceBetween>
  );
}
