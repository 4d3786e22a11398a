import { accessApi } from '@/api/accessApi';
import { ApiProblem } from '@/api/client';
import type { User, UserContent } from '@/api/types';
import { Confirm } from '@/shared/Confirm';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { RightsTable } from '@/shared/RightsTable';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { EndableSignIns } from './EndableSignIns';
import { Loaded } from '@/shared/Loaded';
import { KEYS, useChange, useSignIns, useUser } from './queries';
import { UserForm } from './UserForm';
import { userPath } from './UsersTab';
import { UserWaysIn } from './UserWaysIn';

const t = m.access.users;

export function NewUser() {
  const navigate = useNavigate();
  const create = useChange(accessApi.createUser);
  return (
    <SpaceBetween size="l">
      <Back />
      <Part title={t.newTitle}>
        <UserForm
          user={null}
          saving={create.isPending}
          error={create.error}
          onSave={(content) =>
            create.mutate(content, { onSuccess: ({ id }) => void navigate(userPath(id), { replace: true, state: { created: true } }) })
          }
        />
      </Part>
    </SpaceBetween>
  );
}

export function UserPage({ userId }: { userId: string }) {
  const user = useUser(userId);
  if (user.error instanceof ApiProblem && user.error.status === 404) {
    return (
      <Empty title={t.missing}>
        <Back />
      </Empty>
    );
  }
  return <Loaded of={user}>{(loaded) => <OneUser user={loaded} />}</Loaded>;
}

function OneUser({ user }: { user: User }) {
  const { state } = useLocation();
  const name = user.displayName || user.userName;
  const signIns = useSignIns();
  const save = useChange((content: UserContent) => accessApi.putUser(user.id, content));
  const seesNone = user.contacts === 'own' && !user.agent;
  return (
    <SpaceBetween size="l">
      <Back />
      {(state as { created?: boolean } | null)?.created && <Alert type="success">{t.created(name)}</Alert>}
      {seesNone && <Alert type="warning">{t.agentNeeded}</Alert>}
      <div className="two-columns">
        <Part title={name} actions={<RemoveUser user={user} name={name} />}>
          <SpaceBetween size="m">
            <UserForm user={user} saving={save.isPending} error={save.error} onSave={(content) => save.mutate(content)} />
            <span role="status">{save.isSuccess && t.saved}</span>
          </SpaceBetween>
        </Part>
        <Part title={t.signIn}>
          <UserWaysIn user={user} name={name} />
        </Part>
      </div>
      <Part title={t.may(name)} how={t.mayHow}>
        <RightsTable label={t.may(name)} rights={user.rights} />
      </Part>
      <Part title={t.where}>
        <Loaded of={signIns}>
          {(all) => <EndableSignIns signIns={all.filter(({ subjectId }) => subjectId === user.id)} empty={m.signIns.noneOfThis} named={false} />}
        </Loaded>
      </Part>
    </SpaceBetween>
  );
}

function RemoveUser({ user, name }: { user: User; name: string }) {
  const [asked, setAsked] = useState(false);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const remove = useChange(async () => {
    await accessApi.deleteUser(user.id);
    // Who is gone is not asked for again with the others.
    queries.removeQueries({ queryKey: [...KEYS.users, user.id] });
    void navigate('/access?tab=users', { replace: true });
  });
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t.remove}</Button>
      {asked && (
        <Confirm
          title={m.access.removeReally(name)}
          action={m.access.remove}
          working={remove.isPending}
          error={remove.error}
          onClose={() => setAsked(false)}
          onConfirm={() => remove.mutate()}
        >
          {t.removeHow}
        </Confirm>
      )}
    </>
  );
}

function Back() {
  return (
    <Link className="link" to="/access?tab=users">
      ‹ {t.back}
    </Link>
  );
}

export function Part({ title, how, actions, children }: { title: string; how?: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <Container header={<Header variant="h2" description={how} actions={actions}>{title}</Header>}>{children}</Container>
  );
}
