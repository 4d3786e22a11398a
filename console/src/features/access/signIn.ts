import { api } from '@/api/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** The sign-in code of `#code=…`, null if there is none. */
export function codeIn(hash: string): string | null {
  const code = new URLSearchParams(hash.replace(/^#/, '')).get('code');
  return code ? code : null;
}

export function useSignIn(onSignedIn: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (how: { token: string } | { code: string }) => api.signIn(how),
    meta: { ownsRefusal: true },
    onSuccess: () => {
      queries.clear(); // nothing of an earlier user may show
      onSignedIn();
    },
  });
}
