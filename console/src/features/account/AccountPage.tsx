import type { Session } from '@/api/types';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { RightsTable } from '@/shared/RightsTable';
import { useSession } from '@/shared/useSession';
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import type { ReactNode } from 'react';
import { OwnSignIns } from './OwnSignIns';
import { PasswordForm } from './PasswordForm';

const t = m.account;

interface Props {
  /** The reader came in by a one-time link, for the first time perhaps. */
  first: boolean;
  help: ReactNode;
}

/** Who the reader is, what they may do, their password and where they are signed in. */
export function AccountPage({ first, help }: Props) {
  const session = useSession();
  return (
    <div className="page page-parts">
      <Header variant="h1" actions={<span className="page-help">{help}</span>}>
        {t.title}
      </Header>
      {session.data ? (
        <Account session={session.data} first={first} />
      ) : session.error ? (
        <Empty title={session.error.message} />
      ) : (
        <Empty title={<Spinner />}>{m.loading}</Empty>
      )}
    </div>
  );
}

function Account({ session, first }: { session: Session; first: boolean }) {
  const isUser = session.kind === 'user';
  return (
    <SpaceBetween size="l">
      {first && session.hasPassword === false && <Alert type="info">{t.first}</Alert>}
      <div className="two-columns">
        <Part title={t.who}>
          <Who session={session} />
        </Part>
        <Part title={t.password}>
          {isUser ? <PasswordForm hasPassword={session.hasPassword ?? true} /> : <p className="quiet flat">{t.ofToken}</p>}
        </Part>
      </div>
      <Part title={t.where}>
        <OwnSignIns />
      </Part>
      <Part title={t.may} how={t.mayHow}>
        <RightsTable label={t.may} rights={session.rights} />
      </Part>
    </SpaceBetween>
  );
}

function Who({ session: { name, userName, kind, agent, contacts } }: { session: Session }) {
  const facts: [string, string | null | undefined][] = [
    [t.name, name],
    [t.userName, userName],
    [t.kind, t.kinds[kind]],
    [t.agent, agent],
    [t.contacts, m.rights.contacts[contacts]],
  ];
  return (
    <>
      <dl className="fields">
        {facts.map(
          ([label, text]) =>
            text && (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="breaks">{text}</dd>
              </div>
            ),
        )}
      </dl>
      {contacts === 'own' && <p className="quiet">{agent ? m.rights.ownOnly(agent) : m.rights.ownWithoutAgent}</p>}
    </>
  );
}

function Part({ title, how, children }: { title: string; how?: string; children: ReactNode }) {
  return <Container header={<Header variant="h2" description={how}>{title}</Header>}>{children}</Container>;
}
