import { api } from '@/api/client';
import type { BulkAction, BulkKind } from '@/api/types';
import { useLiveConnected, useLiveEvents } from '@/shared/live';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { isMoving, withAction } from './bulkActions';

const KEY = ['bulk-actions'];
const ASK_MILLIS = 1_500;
const ASK_ANYWAY_MILLIS = 10_000;

/** The reader's last bulk actions, followed while they go on. */
export function useBulkActions() {
  const queries = useQueryClient();
  const connected = useLiveConnected();
  const put = useCallback(
    (action: BulkAction) => queries.setQueryData<BulkAction[]>(KEY, (before) => withAction(before ?? [], action)),
    [queries],
  );
  useLiveEvents((event) => {
    if (event.kind === 'missed') void queries.invalidateQueries({ queryKey: KEY });
    if (event.kind !== 'bulk') return;
    // One that is not known was begun in another tab, or by somebody else: the server says which.
    if (queries.getQueryData<BulkAction[]>(KEY)?.some(({ id }) => id === event.action.id)) put(event.action);
    else void queries.invalidateQueries({ queryKey: KEY });
  });
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      const actions = await api.bulkActions(signal);
      const known = queries.getQueryData<BulkAction[]>(KEY) ?? [];
      return actions.map((action) => withAction(known.filter(({ id }) => id === action.id), action)[0] as BulkAction);
    },
    refetchInterval: ({ state }) => (state.data?.some(isMoving) ? (connected ? ASK_ANYWAY_MILLIS : ASK_MILLIS) : false),
  });
  const start = useMutation({
    mutationFn: (asked: { action: BulkKind; contactIds?: string[]; query?: string }) => api.startBulkAction(asked),
    onSuccess: put,
  });
  const undo = useMutation({ mutationFn: (id: string) => api.undoBulkAction(id), onSuccess: put });
  return { actions: data ?? NONE, start, undo };
}

const NONE: readonly BulkAction[] = [];
