import { api, ApiProblem } from '@/api/client';
import type { ContactSummary } from '@/api/types';
import { useLiveConnected, useLiveEvents, type LiveEvent } from '@/shared/live';
import { useThrottle } from '@/shared/throttle';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { countQueryAt, listQueryAt, readListState } from './listState';
import { adopt, reconcile } from './reconcile';

const PAGE = 50;
const LARGEST_PAGE = 200;
/** How often the list is asked for while events do not come, and while they do, in case one was lost. */
const ASK_MILLIS = 3_000;
const ASK_ANYWAY_MILLIS = 60_000;
/** A busy contact centre changes all the time; eyes do not follow faster than this. */
const BURST_MILLIS = 1_500;
const COUNT_BURST_MILLIS = 10_000;

export interface Contacts {
  readonly rows: readonly ContactSummary[] | null;
  /** The rows are of the list before; this one's are on their way. */
  readonly stale: boolean;
  readonly arrived: number;
  readonly left: number;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly error: Error | null;
  readonly loadMore: () => void;
  /** Shows what arrived and drops what left. */
  readonly bringUpToDate: () => void;
  /** Asks again, and brings the list up to date with the answer, whoever is reading. */
  readonly refresh: () => void;
}

interface Shown {
  readonly address: string;
  readonly rows: readonly ContactSummary[];
  readonly next: string | null;
}

const stateOf = (address: string) => readListState(new URLSearchParams(address));
const shownKey = (address: string) => ['contacts-shown', address];

/**
 * The contacts of a list, kept up to date in the order in which they were first shown. `address` is the
 * list's; `returning` says that the reader comes back to it and finds as many rows as were there.
 */
export function useContacts(address: string, returning: boolean): Contacts {
  const queries = useQueryClient();
  const [held, setHeld] = useState<Shown | null>(null);
  const before = returning ? (queries.getQueryData<Shown>(shownKey(address)) ?? null) : null;
  const shown = held?.address === address ? held : before;
  const fresh = useFresh(address, shown?.rows.length ?? 0);
  const answer = fresh.data;

  useEffect(() => {
    if (!answer && !before) return;
    setHeld((now) => (now?.address === address ? now : (before ?? { address, rows: answer?.items ?? [], next: answer?.next ?? null })));
  }, [answer, address, before]);
  useEffect(() => {
    if (held) queries.setQueryData(shownKey(held.address), held);
  }, [held, queries]);

  const complete = answer !== undefined && answer.next == null;
  const now = shown && answer ? reconcile(shown.rows, answer.items, complete) : null;
  const bringUpToDate = useCallback(() => {
    if (!answer) return;
    setHeld((now) => {
      const had = now?.address === address ? now : null;
      const rows = adopt(had?.rows ?? [], answer.items, complete);
      const longer = !complete && had !== null && rows.length > answer.items.length;
      return { address, rows, next: longer ? had.next : (answer.next ?? null) };
    });
  }, [answer, complete, address]);

  const more = useMore(shown, setHeld);
  const refresh = useRefresh(fresh.refetch, answer, bringUpToDate);
  const rows = now?.rows ?? shown?.rows ?? answer?.items ?? null;
  return {
    rows: rows ?? held?.rows ?? null,
    stale: rows === null && held !== null,
    arrived: now?.arrived ?? 0,
    left: now?.left ?? 0,
    hasMore: shown?.next != null,
    loadingMore: more.loading,
    error: fresh.error ?? more.error,
    loadMore: more.load,
    bringUpToDate,
    refresh,
  };
}

/** The begin of the list as it is now, as far as the server gives it at once. */
function useFresh(address: string, rows: number) {
  const queries = useQueryClient();
  const connected = useLiveConnected();
  const throttled = useThrottle(BURST_MILLIS);
  const limit = Math.min(LARGEST_PAGE, Math.max(PAGE, Math.ceil(rows / PAGE) * PAGE));
  useLiveEvents((event) => {
    if (event.kind === 'bulk') return;
    throttled(() => void queries.invalidateQueries({ queryKey: ['contacts', address] }, { cancelRefetch: false }));
  });
  return useQuery({
    queryKey: ['contacts', address, limit],
    queryFn: ({ signal }) => api.contacts({ ...listQueryAt(stateOf(address), new Date()), limit }, signal),
    refetchInterval: ({ state }) => {
      if (state.error instanceof ApiProblem && state.error.status === 400) return false;
      return connected && !state.error ? ASK_ANYWAY_MILLIS : ASK_MILLIS;
    },
    placeholderData: (previous, query) => (query?.queryKey[1] === address ? previous : undefined),
  });
}

function useMore(shown: Shown | null, setHeld: React.Dispatch<React.SetStateAction<Shown | null>>) {
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const load = useCallback(() => {
    if (!shown?.next || loading) return;
    const { address, next } = shown;
    setLoading(true);
    setError(null);
    api
      .contacts({ ...listQueryAt(stateOf(address), new Date()), limit: PAGE, cursor: next })
      .then((page) => setHeld((now) => (now?.address === address ? followedBy(now, page.items, page.next ?? null) : now)))
      .catch((failure: Error) => setError(failure))
      .finally(() => setLoading(false));
  }, [shown, loading, setHeld]);
  return { loading, error, load };
}

function followedBy(shown: Shown, items: readonly ContactSummary[], next: string | null): Shown {
  const known = new Set(shown.rows.map((row) => row.contactId));
  return { ...shown, rows: [...shown.rows, ...items.filter((row) => !known.has(row.contactId))], next };
}

function useRefresh(refetch: () => unknown, answer: unknown, bringUpToDate: () => void): () => void {
  const wanted = useRef<unknown>(null);
  useEffect(() => {
    if (wanted.current === null || wanted.current === answer) return;
    wanted.current = null;
    bringUpToDate();
  }, [answer, bringUpToDate]);
  const latest = useRef({ refetch, answer });
  useEffect(() => {
    latest.current = { refetch, answer };
  });
  return useCallback(() => {
    wanted.current = latest.current.answer ?? {};
    void latest.current.refetch();
  }, []);
}

const COUNTED: ReadonlySet<LiveEvent['kind']> = new Set(['contact', 'contacts', 'missed']);

/** How many contacts the filters leave; undefined for the views that the server does not count. */
export function useCount(address: string): { count: number; more: boolean } | undefined {
  const queries = useQueryClient();
  const throttled = useThrottle(COUNT_BURST_MILLIS);
  const counted = stateOf(address).base === 'all';
  useLiveEvents((event) => {
    if (!counted || !COUNTED.has(event.kind)) return;
    if (event.kind === 'contact' && (event.change === 'steps' || event.change === 'comments')) return;
    throttled(() => void queries.invalidateQueries({ queryKey: ['contact-count', address] }, { cancelRefetch: false }));
  });
  return useQuery({
    queryKey: ['contact-count', address],
    queryFn: ({ signal }) => api.countContacts(countQueryAt(stateOf(address), new Date()), signal),
    enabled: counted,
  }).data;
}
