import { api } from '@/api/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export interface NewComment {
  readonly text: string;
  /** Null for the whole contact. */
  readonly atMillis: number | null;
  readonly replyTo: string | null;
}

export function useComments(contactId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['comments', contactId],
    queryFn: ({ signal }) => api.comments(contactId, signal),
    enabled,
  });
}

/** What the caller can do with comments; the list is asked for again after each. */
export function useCommentActions(contactId: string) {
  const queries = useQueryClient();
  const onSettled = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['comments', contactId] }),
      queries.invalidateQueries({ queryKey: ['contact', contactId] }),
    ]);
  const add = useMutation({ mutationFn: (comment: NewComment) => api.addComment(contactId, comment), onSettled });
  const edit = useMutation({
    mutationFn: ({ id, text }: { id: string; text: string }) => api.editComment(contactId, id, text),
    onSettled,
  });
  const remove = useMutation({ mutationFn: (id: string) => api.deleteComment(contactId, id), onSettled });
  return { add, edit, remove };
}
