import { m } from '@/shared/messages';
import { clock } from '@/shared/time';
import type { ContactState, SentimentLabel } from '@/api/types';
import { RANGE_FIELDS, MANY_FIELDS, withMany, withRange, type ListState, type ManyField, type Range, type RangeField, type Started } from './listState';

export type FilterField = ManyField | RangeField | 'number' | 'started';

/** In the order in which they are offered; the first few stand in the bar even while they are not used. */
export const FILTER_FIELDS: readonly FilterField[] = [
  'started',
  'agent',
  'queue',
  'sentiment',
  'state',
  'duration',
  'agentTalk',
  'silence',
  'language',
  'channel',
  'number',
  'attribute',
  'phrase',
  'entity',
  'failure',
];
export const QUICK_FIELDS: readonly FilterField[] = ['started', 'agent', 'queue', 'sentiment'];

export const isManyField = (field: FilterField): field is ManyField => MANY_FIELDS.some((many) => many === field);
export const isRangeField = (field: FilterField): field is RangeField => RANGE_FIELDS.some((range) => range === field);

/** What a filter asks for, in a few words; null if it asks for nothing. */
export function filterText(state: ListState, field: FilterField): string | null {
  if (field === 'number') return state.number || null;
  if (field === 'started') return startedText(state.started);
  if (isRangeField(field)) return rangeText(state.ranges[field], (value) => boundText(field, value));
  const values = state.many[field] ?? [];
  if (values.length === 0) return null;
  const names = values.map((value) => valueText(field, value));
  return names.length <= 2 ? names.join(', ') : m.list.andMore(names[0] as string, names.length - 1);
}

export function valueText(field: ManyField, value: string): string {
  if (field === 'state') return m.states[value as ContactState];
  if (field === 'sentiment') return m.sentiments[value as SentimentLabel];
  return value;
}

export function withoutFilter(state: ListState, field: FilterField): ListState {
  if (field === 'number') return { ...state, number: '' };
  if (field === 'started') return { ...state, started: null };
  return isRangeField(field) ? withRange(state, field, { min: null, max: null }) : withMany(state, field, []);
}

const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const MINUTE = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

const isMidnight = (date: Date) => date.getHours() + date.getMinutes() + date.getSeconds() === 0;

/** Whole days by their names, the last one included; else to the minute. */
function startedText(started: Started | null): string | null {
  if (started === null) return null;
  if ('period' in started) return m.list.periods[started.period];
  const from = started.from === null ? null : new Date(started.from);
  const to = started.to === null ? null : new Date(started.to);
  const days = (from === null || isMidnight(from)) && (to === null || isMidnight(to));
  const first = from && (days ? DAY : MINUTE).format(from);
  const last = to && (days ? DAY.format(dayBefore(to)) : MINUTE.format(to));
  if (first && last) return first === last ? first : m.list.between(first, last);
  return first ? m.list.since(first) : last ? m.list.until(last) : null;
}

const dayBefore = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate() - 1);

function rangeText(range: Range | undefined, text: (value: number) => string): string | null {
  if (!range) return null;
  const { min, max } = range;
  if (min !== null && max !== null) return m.list.between(text(min), text(max));
  if (min !== null) return m.list.atLeast(text(min));
  return max === null ? null : m.list.atMost(text(max));
}

function boundText(field: RangeField, value: number): string {
  return field === 'duration' ? clock(value) : `${percent(value)} %`;
}

const percent = (share: number) => Number((share * 100).toFixed(1));

/** A bound as it is typed: minutes and seconds, or percent. */
export function typedBound(field: RangeField, value: number | null): string {
  if (value === null) return '';
  return field === 'duration' ? clock(value) : String(percent(value));
}

/** Null for an empty field, undefined for what is no bound: `2` is two minutes, `1:30` a minute and a half; `40` is 40 %. */
export function parseBound(field: RangeField, typed: string): number | null | undefined {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.');
  if (text === '') return null;
  if (field !== 'duration') {
    const share = Number(text);
    return share >= 0 && share <= 100 ? Number((share / 100).toFixed(4)) : undefined;
  }
  if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * 60_000);
  if (!/^\d+(:[0-5]\d){1,2}$/.test(text)) return undefined;
  return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;
}

/** Both days included, in the reader's zone, from what a date field holds (`2026-11-22`, or nothing). */
export function startedBetween(first: string, last: string): Started | null {
  const from = dayOf(first, 0);
  const to = dayOf(last, 1);
  return from === null && to === null ? null : { from, to };
}

function dayOf(typed: string, shift: number): string | null {
  const [year, month, day] = typed.split('-').map(Number);
  if (!year || !month || !day) return null;
  return new Date(year, month - 1, day + shift).toISOString();
}

/** What the two date fields hold for these bounds. */
export function typedDays(started: Started | null): readonly [string, string] {
  if (started === null || 'period' in started) return ['', ''];
  const typed = (date: Date) =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  const to = started.to === null ? null : new Date(Date.parse(started.to) - 1);
  return [started.from === null ? '' : typed(new Date(started.from)), to === null ? '' : typed(to)];
}
