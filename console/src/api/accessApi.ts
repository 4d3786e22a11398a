import { answered, client, dataOf } from './client';
import type {
  AccessKey,
  AccessKeyContent,
  AccessSettings,
  AuditEntry,
  AuditQuery,
  CredentialsChange,
  Group,
  GroupContent,
  NewAccessKey,
  NewToken,
  PermissionSet,
  PermissionSetContent,
  SalesforceCredentials,
  Session,
  SigningKey,
  SignIn,
  SignInCode,
  SignInOptions,
  Token,
  User,
  UserContent,
} from './types';

type Items<T> = { items: T[] };

const itemsOf = async <T>(call: Promise<Items<T>>): Promise<T[]> => (await call).items;
const user = (userId: string) => ({ path: { userId } });
const group = (groupId: string) => ({ path: { groupId } });
const set = (setId: string) => ({ path: { setId } });
const one = (id: string) => ({ path: { id } });

export type HowToSignIn = { token: string } | { code: string } | { user: string; password: string };

/** Signing in, and who may do what. */
export const accessApi = {
  session: (signal?: AbortSignal): Promise<Session> => dataOf(client.GET('/api/v1/session', { signal })),
  signInOptions: (signal?: AbortSignal): Promise<SignInOptions> =>
    dataOf(client.GET('/api/v1/sign-in-options', { signal })),
  signIn: (body: HowToSignIn): Promise<Session> => dataOf(client.POST('/api/v1/session', { body })),
  signOut: (): Promise<unknown> => answered(client.DELETE('/api/v1/session')),
  changePassword: (body: { current?: string | null; password: string }): Promise<unknown> =>
    answered(client.PUT('/api/v1/password', { body })),

  signIns: (of: 'caller' | 'everybody', signal?: AbortSignal): Promise<SignIn[]> =>
    itemsOf(dataOf<Items<SignIn>>(client.GET('/api/v1/sessions', { params: { query: { of } }, signal }))),
  endSignIn: (id: string): Promise<unknown> => answered(client.DELETE('/api/v1/sessions/{id}', { params: one(id) })),

  users: (signal?: AbortSignal): Promise<User[]> => itemsOf(dataOf<Items<User>>(client.GET('/api/v1/users', { signal }))),
  user: (userId: string, signal?: AbortSignal): Promise<User> =>
    dataOf(client.GET('/api/v1/users/{userId}', { params: user(userId), signal })),
  createUser: (body: UserContent): Promise<User> => dataOf(client.POST('/api/v1/users', { body })),
  putUser: (userId: string, body: UserContent): Promise<User> =>
    dataOf(client.PUT('/api/v1/users/{userId}', { params: user(userId), body })),
  deleteUser: (userId: string): Promise<unknown> =>
    answered(client.DELETE('/api/v1/users/{userId}', { params: user(userId) })),
  setUserPassword: (userId: string, password: string | null): Promise<unknown> =>
    answered(client.PUT('/api/v1/users/{userId}/password', { params: user(userId), body: { password } })),
  createUserSignInCode: (userId: string): Promise<SignInCode> =>
    dataOf(client.POST('/api/v1/users/{userId}/sign-in-code', { params: user(userId) })),

  groups: (signal?: AbortSignal): Promise<Group[]> =>
    itemsOf(dataOf<Items<Group>>(client.GET('/api/v1/groups', { signal }))),
  createGroup: (body: GroupContent): Promise<Group> => dataOf(client.POST('/api/v1/groups', { body })),
  putGroup: (groupId: string, body: GroupContent): Promise<Group> =>
    dataOf(client.PUT('/api/v1/groups/{groupId}', { params: group(groupId), body })),
  deleteGroup: (groupId: string): Promise<unknown> =>
    answered(client.DELETE('/api/v1/groups/{groupId}', { params: group(groupId) })),

  permissionSets: (signal?: AbortSignal): Promise<PermissionSet[]> =>
    itemsOf(dataOf<Items<PermissionSet>>(client.GET('/api/v1/permission-sets', { signal }))),
  createPermissionSet: (body: PermissionSetContent): Promise<PermissionSet> =>
    dataOf(client.POST('/api/v1/permission-sets', { body })),
  putPermissionSet: (setId: string, body: PermissionSetContent): Promise<PermissionSet> =>
    dataOf(client.PUT('/api/v1/permission-sets/{setId}', { params: set(setId), body })),
  deletePermissionSet: (setId: string): Promise<unknown> =>
    answered(client.DELETE('/api/v1/permission-sets/{setId}', { params: set(setId) })),
  putAssignments: (setId: string, body: { users: string[]; groups: string[] }): Promise<PermissionSet> =>
    dataOf(client.PUT('/api/v1/permission-sets/{setId}/assignments', { params: set(setId), body })),

  settings: (signal?: AbortSignal): Promise<AccessSettings> => dataOf(client.GET('/api/v1/access-settings', { signal })),

  tokens: (signal?: AbortSignal): Promise<Token[]> =>
    itemsOf(dataOf<Items<Token>>(client.GET('/api/v1/tokens', { signal }))),
  createToken: (body: NewToken): Promise<{ id: string; name: string; token: string }> =>
    dataOf(client.POST('/api/v1/tokens', { body })),
  revokeToken: (id: string): Promise<unknown> => answered(client.DELETE('/api/v1/tokens/{id}', { params: one(id) })),
  accessKeys: (signal?: AbortSignal): Promise<AccessKey[]> =>
    itemsOf(dataOf<Items<AccessKey>>(client.GET('/api/v1/access-keys', { signal }))),
  createAccessKey: (body: AccessKeyContent): Promise<NewAccessKey> =>
    dataOf(client.POST('/api/v1/access-keys', { body })),
  putAccessKey: (id: string, body: AccessKeyContent): Promise<AccessKey> =>
    dataOf(client.PUT('/api/v1/access-keys/{id}', { params: one(id), body })),
  revokeAccessKey: (id: string): Promise<unknown> =>
    answered(client.DELETE('/api/v1/access-keys/{id}', { params: one(id) })),
  signingKeys: (signal?: AbortSignal): Promise<SigningKey[]> =>
    itemsOf(dataOf<Items<SigningKey>>(client.GET('/api/v1/signing-keys', { signal }))),
  retireSigningKey: (id: string): Promise<unknown> =>
    answered(client.DELETE('/api/v1/signing-keys/{id}', { params: one(id) })),

  credentials: (signal?: AbortSignal): Promise<SalesforceCredentials> =>
    dataOf(client.GET('/api/v1/salesforce-credentials', { signal })),
  changeCredentials: (body: CredentialsChange): Promise<SalesforceCredentials> =>
    dataOf(client.PATCH('/api/v1/salesforce-credentials', { body })),

  audit: (query: AuditQuery, signal?: AbortSignal): Promise<{ items: AuditEntry[]; next?: string | null }> =>
    dataOf(client.GET('/api/v1/audit', { params: { query }, signal })),
};

/** The audit trail that these filters leave, as a file. */
export function auditCsvUrl(query: Omit<AuditQuery, 'limit' | 'cursor'>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : value == null ? [] : [value]) params.append(name, each);
  }
  const text = params.toString();
  return text === '' ? '/api/v1/audit.csv' : `/api/v1/audit.csv?${text}`;
}
