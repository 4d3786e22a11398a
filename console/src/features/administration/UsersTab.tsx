import type { User } from '@/api/types';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { dateTime } from '@/shared/time';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Loaded } from '@/shared/Loaded';
import { namesOf, setNames, type Named } from './NamesSelect';
import { useGroups, useSets, useUsers } from './queries';
import { NewUser, UserPage } from './UserPage';

const t = m.access.users;
const FIND_FROM = 8;

/** The address of a user's page; that of the form for a new one if there is no id. */
export const userPath = (id = 'new') => `/access?tab=users&user=${encodeURIComponent(id)}`;

/** All users, or the one that the address names. */
export function UsersTab() {
  const [params] = useSearchParams();
  const user = params.get('user');
  if (user === 'new') return <NewUser />;
  return user ? <UserPage key={user} userId={user} /> : <AllUsers />;
}

/** Whether a part of any of the user's names is the text, whatever its case. */
export function isCalled(user: User, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [user.userName, user.displayName, user.email, user.agent].some((name) => name?.toLowerCase().includes(wanted));
}

function AllUsers() {
  const users = useUsers();
  const groups = useGroups().data ?? [];
  const sets = setNames(useSets().data ?? []);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  return (
    <Loaded of={users}>
      {(all) => (
        <>
          <div className="list-bar">
            {all.length >= FIND_FROM && (
              <Input type="search" value={text} placeholder={m.access.find} ariaLabel={m.access.find} clearAriaLabel={m.clear} onChange={({ detail }) => setText(detail.value)} />
            )}
            <Button variant="primary" iconName="add-plus" onClick={() => void navigate(userPath())}>{t.add}</Button>
          </div>
          {all.length === 0 ? (
            <Empty title={t.empty}>
              <p>{t.emptyHow}</p>
            </Empty>
          ) : (
            <UserTable users={all.filter((user) => isCalled(user, text))} groups={groups} sets={sets} />
          )}
        </>
      )}
    </Loaded>
  );
}

function UserTable({ users, groups, sets }: { users: readonly User[]; groups: readonly Named[]; sets: readonly Named[] }) {
  if (users.length === 0) return <p className="quiet">{m.access.noMatch}</p>;
  return (
    <table className="plain-table stacks" aria-label={m.access.tabs.users}>
      <thead>
        <tr>
          {[t.name, t.groups, t.sets, t.contacts, t.lastSignIn, t.state].map((title) => (
            <th scope="col" key={title}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id}>
            <th scope="row">
              <Link className="link" to={userPath(user.id)}>{user.displayName || user.userName}</Link>
              {user.displayName && <span className="quiet cell-note">{user.userName}</span>}
            </th>
            <td data-label={t.groups}>{namesOf(user.groups ?? [], groups) || m.none}</td>
            <td data-label={t.sets}>{namesOf(user.permissionSets ?? [], sets) || m.none}</td>
            <td data-label={t.contacts}>{m.rights.contacts[user.contacts]}</td>
            <td data-label={t.lastSignIn} className="digits">
              {user.lastSignInAt ? <time dateTime={user.lastSignInAt}>{dateTime(user.lastSignInAt)}</time> : t.never}
            </td>
            <td data-label={t.state}><UserState user={user} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function UserState({ user: { active, hasPassword, provider, lastSignInAt } }: { user: User }) {
  if (!active) return <StatusIndicator type="stopped">{t.inactive}</StatusIndicator>;
  const hasWayIn = hasPassword || provider != null || lastSignInAt != null;
  return hasWayIn ? <StatusIndicator>{t.active}</StatusIndicator> : <StatusIndicator type="pending">{t.noWayIn}</StatusIndicator>;
}
