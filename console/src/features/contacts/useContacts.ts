import { api } from '@/api/client';
import type { ContactSummary } from '@/api/types';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { adopt, reconcile } from './reconcile';
import { queryFor, type View } from './views';

const PAGE = 50;
const LARGEST_PAGE = 200;
const REFRESH_MILLIS = 3_000;

export interface Contacts {
  readonly rows: readonly ContactSummary[] | null;
  readonly arrived: number;
  readonly left: number;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly error: Error | null;
  readonly loadMore: () => void;
  /** Shows what arrived and drops what left. */
  readonly bringUpToDate: () => void;
}

interface Loaded {
  readonly rows: readonly ContactSummary[];
  readonly next: string | null;
}

/** The contacts of a view, refreshed every few seconds, in the order in which they were first shown. */
export function useContacts(view: View): Contacts {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [loadingMore, setLoadingMore] = useState(false);
  const [moreError, setMoreError] = useState<Error | null>(null);
  const limit = Math.min(LARGEST_PAGE, Math.max(PAGE, loaded?.rows.length ?? 0));

  const fresh = useQuery({
    queryKey: ['contacts', view, limit],
    queryFn: ({ signal }) => api.contacts({ ...queryFor(view), limit }, signal),
    refetchInterval: REFRESH_MILLIS,
    placeholderData: (previous, query) => (query?.queryKey[1] === view ? previous : undefined),
  });

  const answer = fresh.data;
  useEffect(() => {
    if (!answer) return;
    setLoaded((before) => before ?? { rows: answer.items, next: answer.next ?? null });
  }, [answer]);

  const complete = answer !== undefined && answer.next == null;
  const now = loaded && answer ? reconcile(loaded.rows, answer.items, complete) : null;

  const bringUpToDate = useCallback(() => {
    if (!answer) return;
    setLoaded((before) => ({
      rows: adopt(before?.rows ?? [], answer.items, complete),
      next: before && before.rows.length > answer.items.length ? before.next : (answer.next ?? null),
    }));
  }, [answer, complete]);

  const loadMore = useCallback(() => {
    if (!loaded?.next || loadingMore) return;
    setLoadingMore(true);
    setMoreError(null);
    api
      .contacts({ ...queryFor(view), limit: PAGE, cursor: loaded.next })
      .then((page) =>
        setLoaded((before) => {
          const known = new Set(before?.rows.map((row) => row.contactId));
          return {
            rows: [...(before?.rows ?? []), ...page.items.filter((row) => !known.has(row.contactId))],
            next: page.next ?? null,
          };
        }),
      )
      .catch((failure: Error) => setMoreError(failure))
      .finally(() => setLoadingMore(false));
  }, [loaded, loadingMore, view]);

  return {
    rows: now?.rows ?? loaded?.rows ?? answer?.items ?? null,
    arrived: now?.arrived ?? 0,
    left: now?.left ?? 0,
    hasMore: loaded?.next != null,
    loadingMore,
    error: fresh.error ?? moreError,
    loadMore,
    bringUpToDate,
  };
}
