import type { DashboardQuery } from '@/api/types';

export const RANGES = ['today', '7d', '30d', '90d', '12m', 'all', 'custom'] as const;
export type Range = (typeof RANGES)[number];
export type Interval = NonNullable<DashboardQuery['interval']>;

/** What the figures are over, as it stands in the address. */
export interface Choice {
  readonly range: Range;
  /** `2026-11-22`, in the reader's own zone; both null unless the range is custom. */
  readonly fromDay: string | null;
  /** Inclusive. */
  readonly toDay: string | null;
  readonly queues: readonly string[];
  readonly agents: readonly string[];
}

/** Absent ends are open. */
export interface Span {
  readonly from?: string;
  /** Exclusive. */
  readonly to?: string;
}

const FIRST: Range = '30d';
const DAYS: Partial<Record<Range, number>> = { today: 1, '7d': 7, '30d': 30, '90d': 90 };
const DAY_MILLIS = 86_400_000;

export function readChoice(params: URLSearchParams): Choice {
  const fromDay = dayOf(params.get('from'));
  const toDay = dayOf(params.get('to'));
  const named = RANGES.find((range) => range === params.get('range'));
  const custom = fromDay !== null || toDay !== null || named === 'custom';
  return {
    range: custom ? 'custom' : (named ?? FIRST),
    fromDay,
    toDay,
    queues: params.getAll('queue'),
    agents: params.getAll('agent'),
  };
}

export function writeChoice({ range, fromDay, toDay, queues, agents }: Choice): URLSearchParams {
  const params = new URLSearchParams();
  if (range !== FIRST) params.set('range', range);
  if (range === 'custom') {
    if (fromDay) params.set('from', fromDay);
    if (toDay) params.set('to', toDay);
  }
  for (const queue of queues) params.append('queue', queue);
  for (const agent of agents) params.append('agent', agent);
  return params;
}

/** A calendar day, null if it is none. */
function dayOf(text: string | null): string | null {
  return midnight(text) === null ? null : text;
}

/** The reader's own midnight `later` days after this day begins; null if it is no day. */
export function midnight(day: string | null, later = 0): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '');
  if (!parts) return null;
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  const exact = new Date(year, month - 1, date);
  if (exact.getMonth() !== month - 1 || exact.getDate() !== date) return null;
  return new Date(year, month - 1, date + later);
}

/** From the reader's own midnight on, so that today is whole; open towards the future. */
export function spanOf(choice: Choice, now: Date): Span {
  const { range } = choice;
  if (range === 'all') return {};
  if (range === 'custom') {
    return { from: midnight(choice.fromDay)?.toISOString(), to: midnight(choice.toDay, 1)?.toISOString() };
  }
  const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate()];
  if (range === '12m') return { from: new Date(year - 1, month, date + 1).toISOString() };
  return { from: new Date(year, month, date + 1 - (DAYS[range] ?? 1)).toISOString() };
}

/** So long that a chart has bars enough to see a course, and few enough to tell them apart. */
export function intervalOf({ from, to }: Span, now: Date): Interval {
  if (from === undefined) return 'month';
  const days = ((to ? Date.parse(to) : now.getTime()) - Date.parse(from)) / DAY_MILLIS;
  if (days <= 2.1) return 'hour';
  if (days <= 62) return 'day';
  return days <= 400 ? 'week' : 'month';
}

/** The part of the span that an interval covers: the first and last intervals reach beyond it. */
export function within({ from, to }: Span, begin: string, end: string): Required<Span> {
  return {
    from: from !== undefined && Date.parse(from) > Date.parse(begin) ? from : begin,
    to: to !== undefined && Date.parse(to) < Date.parse(end) ? to : end,
  };
}
