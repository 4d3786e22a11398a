import { api } from '@/api/client';
import type { ViewContent } from '@/api/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const KEY = ['views'];

/** The reader's own views and those that others share. */
export function useViews() {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => api.views(signal), staleTime: 30_000 });
}

function useChange<Sent, Made>(mutationFn: (sent: Sent) => Promise<Made>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: KEY }) });
}

export interface Saving {
  /** Null for a new view. */
  readonly id: string | null;
  readonly content: ViewContent;
  readonly pinned: boolean;
  readonly wasPinned: boolean;
}

/** Gives back the id. */
export const useSaveView = () =>
  useChange(async ({ id, content, pinned, wasPinned }: Saving) => {
    const view = id === null ? await api.createView(content) : await api.putView(id, content);
    if (pinned !== wasPinned) await api.pinView(view.id, pinned);
    return view.id;
  });

export const useDeleteView = () => useChange((id: string) => api.deleteView(id));
export const usePinView = () => useChange(({ id, pinned }: { id: string; pinned: boolean }) => api.pinView(id, pinned));
