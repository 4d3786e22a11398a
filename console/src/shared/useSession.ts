import { accessApi } from '@/api/accessApi';
import { ServerUnreachable } from '@/api/client';
import { useQuery } from '@tanstack/react-query';

export const SESSION_KEY = ['session'];
const UNREACHABLE_MILLIS = 3_000;
const FRESH_MILLIS = 60_000;

/** Who the reader is and what they may do; asked again now and then, since an administrator may change that. */
export function useSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }) => accessApi.session(signal),
    staleTime: FRESH_MILLIS,
    retry: (failures, error) => error instanceof ServerUnreachable && failures < 1_000,
    retryDelay: UNREACHABLE_MILLIS,
  });
}
