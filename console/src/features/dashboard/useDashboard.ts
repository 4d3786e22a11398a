import { api, ServerUnreachable } from '@/api/client';
import type { CountQuery, DashboardQuery, ValueField } from '@/api/types';
import { useQuery } from '@tanstack/react-query';

const RENEWED_MILLIS = 60_000;
const UNREACHABLE_MILLIS = 3_000;

export function useDashboard(query: DashboardQuery) {
  return useQuery({
    queryKey: ['dashboard', query],
    queryFn: ({ signal }) => api.dashboard(query, signal),
    placeholderData: (previous) => previous,
    refetchInterval: ({ state }) => (state.error instanceof ServerUnreachable ? UNREACHABLE_MILLIS : RENEWED_MILLIS),
  });
}

const EVERYTHING: CountQuery = {};

/** Whether there is any contact at all, which an empty page wants to know. */
export function useAnyContact(enabled: boolean) {
  return useQuery({
    queryKey: ['contact-count', EVERYTHING],
    queryFn: ({ signal }) => api.countContacts(EVERYTHING, signal),
    enabled,
    select: ({ count }) => count > 0,
  });
}

export function useValues(field: ValueField, prefix: string) {
  return useQuery({
    queryKey: ['values', field, prefix],
    queryFn: ({ signal }) => api.values(field, prefix, signal),
    placeholderData: (previous) => previous,
    staleTime: 30_000,
  });
}
