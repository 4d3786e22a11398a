import { accessApi } from '@/api/accessApi';
import { SESSION_KEY } from '@/shared/useSession';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export const KEYS = {
  users: ['users'],
  groups: ['groups'],
  sets: ['permission-sets'],
  tokens: ['tokens'],
  accessKeys: ['access-keys'],
  signingKeys: ['signing-keys'],
  signIns: ['sign-ins', 'everybody'],
  settings: ['access-settings'],
} as const;

export const useUsers = () => useQuery({ queryKey: KEYS.users, queryFn: ({ signal }) => accessApi.users(signal) });
export const useGroups = () => useQuery({ queryKey: KEYS.groups, queryFn: ({ signal }) => accessApi.groups(signal) });
export const useSets = () => useQuery({ queryKey: KEYS.sets, queryFn: ({ signal }) => accessApi.permissionSets(signal) });
export const useTokens = () => useQuery({ queryKey: KEYS.tokens, queryFn: ({ signal }) => accessApi.tokens(signal) });
export const useAccessKeys = () => useQuery({ queryKey: KEYS.accessKeys, queryFn: ({ signal }) => accessApi.accessKeys(signal) });
export const useSigningKeys = () => useQuery({ queryKey: KEYS.signingKeys, queryFn: ({ signal }) => accessApi.signingKeys(signal) });
export const useSettings = () => useQuery({ queryKey: KEYS.settings, queryFn: ({ signal }) => accessApi.settings(signal) });
export const useSignIns = () =>
  useQuery({ queryKey: KEYS.signIns, queryFn: ({ signal }) => accessApi.signIns('everybody', signal) });

export const useUser = (userId: string) =>
  useQuery({ queryKey: [...KEYS.users, userId], queryFn: ({ signal }) => accessApi.user(userId, signal) });

/** Users, groups and permission sets name each other, and may be about the reader: after a change all are asked for again. */
export function useChange<Sent = void, Given = unknown>(change: (sent: Sent) => Promise<Given>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([...Object.values(KEYS), SESSION_KEY].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
