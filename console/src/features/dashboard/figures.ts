import type { Dashboard, SentimentLabel, Tally } from '@/api/types';
import { m } from '@/shared/messages';
import { clock } from '@/shared/time';
import type { Interval } from './range';

export type Point = Dashboard['series'][number];
export type Group = Dashboard['agents'][number];

/** From the best to the worst, the order in which charts and tables show them. */
export const SENTIMENTS = ['POSITIVE', 'NEUTRAL', 'MIXED', 'NEGATIVE'] as const satisfies readonly SentimentLabel[];

const COUNTS = { POSITIVE: 'positive', NEUTRAL: 'neutral', MIXED: 'mixed', NEGATIVE: 'negative' } as const;
const NUMBER = new Intl.NumberFormat();
const PERCENT = new Intl.NumberFormat(undefined, { style: 'percent' });
const FINE_PERCENT = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });

export const count = (n: number): string => NUMBER.format(n);
/** Shares below one percent keep a digit, so that a few do not read as none. */
export const percent = (share: number): string => (share > 0 && share < 0.01 ? FINE_PERCENT : PERCENT).format(share);

export const countOf = (tally: Tally, label: SentimentLabel): number => tally[COUNTS[label]];
export const withSentiment = (tally: Tally): number => SENTIMENTS.reduce((sum, label) => sum + countOf(tally, label), 0);

/** [0, 1]; 0 if there is nothing that it could be a share of. */
export const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

export const meanDuration = (tally: Tally): string | null =>
  tally.meanDurationMillis == null ? null : clock(tally.meanDurationMillis);
export const meanShare = (value: number | null | undefined): string | null => (value == null ? null : percent(value));

const FORMATS: Record<Interval, Intl.DateTimeFormatOptions> = {
  hour: { hour: '2-digit', minute: '2-digit' },
  day: { month: 'short', day: 'numeric' },
  week: { month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'short' },
};
const LONG_FORMATS: Record<Interval, Intl.DateTimeFormatOptions> = {
  hour: { weekday: 'short', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  day: { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' },
  week: { year: 'numeric', month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
};

export const axisLabel = (begin: Date, interval: Interval): string =>
  new Intl.DateTimeFormat(undefined, FORMATS[interval]).format(begin);

/** Names the whole interval; a week by its first and last day. */
export function intervalLabel(point: Pick<Point, 'begin' | 'end'>, interval: Interval): string {
  const format = new Intl.DateTimeFormat(undefined, LONG_FORMATS[interval]);
  const begin = new Date(point.begin);
  return interval === 'week' ? format.formatRange(begin, new Date(Date.parse(point.end) - 1)) : format.format(begin);
}

export type Column = Exclude<keyof typeof m.dashboard.columns, 'begin' | 'name'>;

/** What a table sorts by; a group without the figure comes after all others. */
export function sortValue(tally: Tally, column: Column): number {
  switch (column) {
    case 'duration':
      return tally.meanDurationMillis ?? -1;
    case 'agentTalk':
      return tally.meanAgentTalkShare ?? -1;
    case 'silence':
      return tally.meanSilenceShare ?? -1;
    case 'contacts':
    case 'failed':
      return tally[column];
    default:
      return share(tally[column], withSentiment(tally));
  }
}

export function sorted<T extends Tally & { name: string }>(groups: readonly T[], column: Column | 'name', descending: boolean): T[] {
  const direction = descending ? -1 : 1;
  return [...groups].sort((a, b) => {
    const order = column === 'name' ? a.name.localeCompare(b.name) : sortValue(a, column) - sortValue(b, column);
    return order * direction || b.contacts - a.contacts || a.name.localeCompare(b.name);
  });
}
