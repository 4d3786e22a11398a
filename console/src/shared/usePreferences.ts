import { api } from '@/api/client';
import type { Preferences } from '@/api/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const KEY = ['preferences'];

/** What this person set in the console; undefined until it is known. */
export function usePreferences(): Preferences | undefined {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => api.preferences(signal), staleTime: 60_000 }).data;
}

/** Changes a part and leaves the others. The server takes them whole, so the newest are read first. */
export function useChangePreferences() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: Partial<Preferences>) => {
      const next = { ...(await api.preferences()), ...change };
      await api.putPreferences(next);
      return next;
    },
    onMutate: (change) =>
      queries.setQueryData<Preferences>(KEY, (before) => (before ? { ...before, ...change } : before)),
    onSuccess: (next) => queries.setQueryData(KEY, next),
    onError: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
