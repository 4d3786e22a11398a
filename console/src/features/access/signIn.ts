import { accessApi, type HowToSignIn } from '@/api/accessApi';
import { ApiProblem } from '@/api/client';
import type { Session } from '@/api/types';
import { m } from '@/shared/messages';
import { timeOfDay } from '@/shared/time';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export interface FromAddress {
  /** A one-time code to sign in with. */
  readonly code: string | null;
  /** Why a provider did not let the reader in, as a sentence. */
  readonly error: string | null;
}

/** What `#code=…` or `#error=…` says. */
export function fromHash(hash: string): FromAddress {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  return { code: params.get('code') || null, error: params.get('error') || null };
}

/** Where a provider's button leads; the provider sends the browser back to the page that was asked for. */
export function providerUrl(url: string, next: string | null): string {
  if (next === null) return url;
  return `${url}${url.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}`;
}

export function useSignInOptions() {
  return useQuery({ queryKey: ['sign-in-options'], queryFn: ({ signal }) => accessApi.signInOptions(signal), staleTime: Infinity });
}

export function useSignIn(onSignedIn: (session: Session, how: HowToSignIn) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (how: HowToSignIn) => accessApi.signIn(how),
    meta: { ownsRefusal: true },
    onSuccess: (session, how) => {
      queries.clear(); // nothing of an earlier user may show
      onSignedIn(session, how);
    },
  });
}

/** Why signing in did not work. */
export function problemText(error: Error, how: HowToSignIn | undefined, now: Date = new Date()): string {
  if (!(error instanceof ApiProblem)) return error.message;
  if (error.status === 429) {
    const { retryAfterSeconds } = error;
    if (retryAfterSeconds === null) return m.login.tooMany;
    return m.login.tooManyUntil(timeOfDay(new Date(now.getTime() + retryAfterSeconds * 1000).toISOString()));
  }
  if (error.status !== 401) return error.message;
  if (how && 'code' in how) return m.login.wrongCode;
  return how && 'password' in how ? m.login.wrongPassword : m.login.wrongToken;
}
