import type { Loop } from './playback/course';

export const TABS = ['transcript', 'analysis', 'comments', 'details', 'attachments', 'timeline'] as const;
export type Tab = (typeof TABS)[number];

/** What of a record page stands in its address: `?t=83.4&loop=80-91.2&q=refund&tab=analysis`. */
export interface RecordState {
  /** Null if the address names no place. */
  readonly timeMillis: number | null;
  readonly query: string;
  readonly tab: Tab | null;
  /** Null unless both ends are chosen. */
  readonly loop: Loop | null;
}

export function readRecordState(params: URLSearchParams): RecordState {
  const seconds = params.get('t');
  const time = seconds === null || seconds.trim() === '' ? NaN : Number(seconds);
  const tab = params.get('tab');
  return {
    timeMillis: Number.isFinite(time) && time >= 0 ? time * 1000 : null,
    query: params.get('q') ?? '',
    tab: TABS.find((one) => one === tab) ?? null,
    loop: readLoop(params.get('loop')),
  };
}

function readLoop(text: string | null): Loop | null {
  const match = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text ?? '');
  const [begin, end] = [Number(match?.[1]), Number(match?.[2])];
  return end > begin ? { beginMillis: begin * 1000, endMillis: end * 1000 } : null;
}

const inSeconds = (millis: number) => String(Math.round(millis / 100) / 10);

function loopText(loop: Loop | null): string | null {
  return loop?.endMillis == null ? null : `${inSeconds(loop.beginMillis)}-${inSeconds(loop.endMillis)}`;
}

/** The same address with this part changed; the begin, an empty query and the first tab leave no trace. */
export function withRecordState(params: URLSearchParams, change: Partial<RecordState>): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (key: string, value: string | null) => {
    if (value === null || value === '') next.delete(key);
    else next.set(key, value);
  };
  if (change.timeMillis !== undefined) {
    const seconds = inSeconds(change.timeMillis ?? 0);
    put('t', Number(seconds) > 0 ? seconds : null);
  }
  if (change.query !== undefined) put('q', change.query);
  if (change.tab !== undefined) put('tab', change.tab);
  if (change.loop !== undefined) put('loop', loopText(change.loop));
  return next;
}
