export const TABS = ['transcript', 'analysis', 'details', 'attachments', 'timeline'] as const;
export type Tab = (typeof TABS)[number];

/** What of a record page stands in its address: `?t=83.4&q=refund&tab=analysis`. */
export interface RecordState {
  /** Null if the address names no place. */
  readonly timeMillis: number | null;
  readonly query: string;
  readonly tab: Tab | null;
}

export function readRecordState(params: URLSearchParams): RecordState {
  const seconds = params.get('t');
  const time = seconds === null || seconds.trim() === '' ? NaN : Number(seconds);
  const tab = params.get('tab');
  return {
    timeMillis: Number.isFinite(time) && time >= 0 ? time * 1000 : null,
    query: params.get('q') ?? '',
    tab: TABS.find((one) => one === tab) ?? null,
  };
}

/** The same address with this part changed; the begin, an empty query and the first tab leave no trace. */
export function withRecordState(params: URLSearchParams, change: Partial<RecordState>): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (key: string, value: string | null) => {
    if (value === null || value === '') next.delete(key);
    else next.set(key, value);
  };
  if (change.timeMillis !== undefined) {
    const tenths = change.timeMillis === null ? 0 : Math.round(change.timeMillis / 100);
    put('t', tenths > 0 ? String(tenths / 10) : null);
  }
  if (change.query !== undefined) put('q', change.query);
  if (change.tab !== undefined) put('tab', change.tab);
  return next;
}
