import { api } from '@/api/client';
import type { ValueField } from '@/api/types';
import { intervalOf } from '@/shared/period';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

const FRESH_MILLIS = 60_000;

/** Values that begin with `prefix`, the most frequent first. */
export function useValues(field: ValueField | 'failure', prefix: string) {
  return useQuery({
    queryKey: ['values', field, prefix],
    queryFn: ({ signal }) => (field === 'failure' ? failures(prefix, signal) : api.values(field, prefix, signal)),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MILLIS,
  });
}

/** The codes of the last 30 days: a code that nothing has is not worth a tick. */
async function failures(prefix: string, signal: AbortSignal): Promise<string[]> {
  const { from } = intervalOf('30d', new Date());
  const { failures: found } = await api.dashboard({ from: from ?? undefined }, signal);
  const codes = new Set(found.map(({ code }) => code));
  return [...codes].filter((code) => code.toLowerCase().startsWith(prefix.toLowerCase()));
}
