import { api, ApiProblem, ServerUnreachable } from '@/api/client';
import type { RecordPage, StepName } from '@/api/types';
import { SESSION_KEY } from '@/shared/useSession';
import { useContactEvents, useLiveConnected } from '@/shared/live';
import { MutationCache, QueryCache, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** A 401 is this mutation's own answer (a wrong token), not the end of a session. */
      ownsRefusal?: boolean;
    };
  }
}

const RUNNING_MILLIS = 1_500;
/** Events tell of steps that begin and end, not of how far a step has come. */
const RUNNING_WITH_EVENTS_MILLIS = 5_000;
const UNREACHABLE_MILLIS = 3_000;

const hasStatus = (error: Error, status: number) => error instanceof ApiProblem && error.status === status;

export function createQueries(onRefused: () => void): QueryClient {
  const refused = (error: Error, owned = false) => {
    if (hasStatus(error, 401) && !owned) onRefused();
    // The reader may have lost a permission: what is offered follows.
    if (hasStatus(error, 403)) void queries.invalidateQueries({ queryKey: SESSION_KEY });
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => refused(error) }),
    mutationCache: new MutationCache({
      onError: (error, _sent, _result, mutation) => refused(error, mutation.meta?.ownsRefusal),
    }),
    defaultOptions: {
      queries: { retry: false, staleTime: 1_000, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
  return queries;
}

const isMoving = (page: RecordPage | undefined) => page?.state === 'running' || page?.state === 'waiting';

/** The record page; asked again while something is going on, and while the server is gone. */
export function useRecord(contactId: string) {
  useFreshness(contactId);
  const live = useLiveConnected();
  return useQuery({
    queryKey: ['contact', contactId],
    queryFn: ({ signal }) => api.contact(contactId, signal),
    refetchInterval: ({ state }) => {
      if (state.error instanceof ServerUnreachable) return UNREACHABLE_MILLIS;
      return isMoving(state.data) ? (live ? RUNNING_WITH_EVENTS_MILLIS : RUNNING_MILLIS) : false;
    },
  });
}

/** Asks again for what the server says has changed. */
function useFreshness(contactId: string): void {
  const queries = useQueryClient();
  useContactEvents(contactId, (change) => {
    const again = (what: string) => void queries.invalidateQueries({ queryKey: [what, contactId] });
    again('contact');
    if (change === 'comments' || change === 'unknown') again('comments');
    if (change === 'transcript' || change === 'unknown') {
      again('transcript');
      again('history');
    }
  });
}

const stepEnd = (page: RecordPage | undefined, name: StepName) =>
  page?.steps.find((step) => step.name === name && step.state === 'complete')?.endedAt ?? null;

/** Asked for when its step is done, and again when that is done again or the sides are swapped. */
export function useTranscript(contactId: string, page: RecordPage | undefined) {
  const version = `${stepEnd(page, 'transcript')} ${page?.recording?.swapped}`;
  return useQuery({
    queryKey: ['transcript', contactId, version],
    queryFn: ({ signal }) => api.transcript(contactId, signal),
    enabled: page?.transcript != null,
    staleTime: Infinity,
    placeholderData: (previous) => previous,
    refetchInterval: ({ state }) => (state.error instanceof ServerUnreachable ? UNREACHABLE_MILLIS : false),
  });
}

export function useRetry(contactId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: StepName) => api.retry(contactId, step),
    onSettled: () => queries.invalidateQueries({ queryKey: ['contact', contactId] }),
  });
}

export function useSwapSides(contactId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ swapped, wholeSource }: { swapped: boolean; wholeSource: boolean }) =>
      api.swapSides(contactId, swapped, wholeSource),
    onSettled: () => queries.invalidateQueries({ queryKey: ['contact', contactId] }),
  });
}

/** Into the bin, or out of it again. */
export function useBin(contactId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (deleted: boolean) => (deleted ? api.deleteContact(contactId) : api.restoreContact(contactId)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['contact', contactId] }),
  });
}

export function useEmbedLink(contactId: string) {
  return useMutation({ mutationFn: () => api.embedLink(contactId) });
}
