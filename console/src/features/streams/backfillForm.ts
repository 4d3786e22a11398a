import type { BackfillRequest } from '@/api/types';
import { m } from '@/shared/messages';

/** As it is typed; times are the reader's own, as `datetime-local` has them. */
export interface Typed {
  /** Name of a stream; empty for files in a bucket. */
  readonly stream: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly from: string;
  readonly until: string;
}

export type Faults = Partial<Record<keyof Typed, string>>;

const instant = (local: string) => (local === '' ? undefined : new Date(local).toISOString());

/** What is asked for, or what is wrong with it. */
export function requestOf({ stream, bucket, prefix, from, until }: Typed): { request: BackfillRequest | null; faults: Faults } {
  const faults: Faults = {};
  if (stream === '' && !/^[^/]{1,255}$/.test(bucket.trim())) faults.bucket = m.streams.bucketWrong;
  if (from !== '' && until !== '' && until <= from) faults.until = m.streams.turned;
  if (Object.keys(faults).length > 0) return { request: null, faults };
  const request: BackfillRequest = stream === '' ? { bucket: bucket.trim() } : { stream };
  if (stream === '' && prefix.trim() !== '') request.prefix = prefix.trim();
  if (from !== '') request.from = instant(from);
  if (until !== '') request.until = instant(until);
  return { request, faults };
}
