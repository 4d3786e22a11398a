import type { ContactState, CountQuery, ListQuery, SentimentLabel } from '@/api/types';
import { intervalOf, isPeriod, type Period } from '@/shared/period';

/** Filters of which one contact need have only one of the values (of `attribute`: all). */
export const MANY_FIELDS = [
  'state',
  'channel',
  'agent',
  'queue',
  'language',
  'sentiment',
  'attribute',
  'phrase',
  'entity',
  'failure',
] as const;
export type ManyField = (typeof MANY_FIELDS)[number];

/** Durations in milliseconds, shares in [0, 1]; both bounds inclusive, null for none. */
export interface Range {
  readonly min: number | null;
  readonly max: number | null;
}
const RANGE_KEYS = {
  duration: ['minDuration', 'maxDuration'],
  agentTalk: ['minAgentTalk', 'maxAgentTalk'],
  silence: ['minSilence', 'maxSilence'],
} as const;
export type RangeField = keyof typeof RANGE_KEYS;
export const RANGE_FIELDS = Object.keys(RANGE_KEYS) as readonly RangeField[];

/** When the contact began. A period moves with the days; bounds are instants, `to` exclusive. */
export type Started =
  | { readonly period: Period }
  | { readonly from: string | null; readonly to: string | null };

export const BASES = ['all', 'recent', 'deleted'] as const;
export type Base = (typeof BASES)[number];
export const SORTS = ['arrival', 'started', 'duration', 'agent', 'queue', 'sentiment', 'agentTalk', 'silence'] as const;
export type Sort = (typeof SORTS)[number];

/** What of the list stands in its address. The names are those of the server's parameters. */
export interface ListState {
  readonly base: Base;
  /** Words that were said; empty for none. */
  readonly search: string;
  readonly many: { readonly [field in ManyField]?: readonly string[] };
  readonly ranges: { readonly [field in RangeField]?: Range };
  readonly number: string;
  readonly started: Started | null;
  readonly sort: Sort;
  readonly order: 'asc' | 'desc';
}

export const EVERYTHING: ListState = {
  base: 'all',
  search: '',
  many: {},
  ranges: {},
  number: '',
  started: null,
  sort: 'arrival',
  order: 'desc',
};

const STATES: readonly string[] = ['waiting', 'running', 'complete', 'failed', 'notRequested'] satisfies ContactState[];
const SENTIMENTS: readonly string[] = ['POSITIVE', 'NEGATIVE', 'NEUTRAL', 'MIXED'] satisfies SentimentLabel[];
const KNOWN: { readonly [field in ManyField]?: readonly string[] } = { state: STATES, sentiment: SENTIMENTS };

/** Reads an address. What it does not understand it leaves out, so that an old link still opens. */
export function readListState(params: URLSearchParams): ListState {
  const view = params.get('view');
  return {
    base: BASES.find((base) => base === view) ?? 'all',
    search: params.get('q')?.trim() ?? '',
    many: readMany(params, view),
    ranges: readRanges(params),
    number: params.get('number')?.trim() ?? '',
    started: readStarted(params),
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? 'arrival',
    order: params.get('order') === 'asc' ? 'asc' : 'desc',
  };
}

function readMany(params: URLSearchParams, view: string | null): ListState['many'] {
  const many: { [field in ManyField]?: readonly string[] } = {};
  for (const field of MANY_FIELDS) {
    const values = [...new Set(params.getAll(field))].filter((value) => value !== '' && (KNOWN[field]?.includes(value) ?? true));
    if (values.length > 0) many[field] = values;
  }
  // Until version 0.1 these two views had an address of their own.
  if (view === 'failed' || view === 'waiting') many.state = [view];
  return many;
}

function readRanges(params: URLSearchParams): ListState['ranges'] {
  const ranges: { [field in RangeField]?: Range } = {};
  for (const field of RANGE_FIELDS) {
    const [min, max] = RANGE_KEYS[field].map((key) => numberOf(params.get(key)));
    if (min != null || max != null) ranges[field] = { min: min ?? null, max: max ?? null };
  }
  return ranges;
}

function numberOf(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  const number = Number(text);
  return Number.isFinite(number) && number >= 0 ? number : null;
}

function readStarted(params: URLSearchParams): Started | null {
  const period = params.get('started');
  if (isPeriod(period)) return { period };
  const [from, to] = [instantOf(params.get('from')), instantOf(params.get('to'))];
  return from === null && to === null ? null : { from, to };
}

function instantOf(text: string | null): string | null {
  if (text === null || text === '') return null;
  const millis = Date.parse(text);
  return Number.isNaN(millis) ? null : new Date(millis).toISOString();
}

/** The address of this list, always in the same order; empty for all contacts as they arrived. */
export function writeListState(state: ListState): string {
  const params = filterParams(state);
  if (state.started && 'period' in state.started) params.set('started', state.started.period);
  else putInterval(params, state.started);
  if (state.sort !== 'arrival') params.set('sort', state.sort);
  if (state.order !== 'desc') params.set('order', state.order);
  return params.toString();
}

/** All but when it began and the order. */
function filterParams(state: ListState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.base !== 'all') params.set('view', state.base);
  if (state.search) params.set('q', state.search);
  for (const field of MANY_FIELDS) for (const value of state.many[field] ?? []) params.append(field, value);
  if (state.number) params.set('number', state.number);
  for (const field of RANGE_FIELDS) {
    const { min = null, max = null } = state.ranges[field] ?? {};
    if (min !== null) params.set(RANGE_KEYS[field][0], String(min));
    if (max !== null) params.set(RANGE_KEYS[field][1], String(max));
  }
  return params;
}

function putInterval(params: URLSearchParams, interval: { from: string | null; to: string | null } | null): void {
  if (interval?.from) params.set('from', interval.from);
  if (interval?.to) params.set('to', interval.to);
}

const intervalIn = (started: Started | null, now: Date) =>
  started && 'period' in started ? intervalOf(started.period, now) : started;

/** The filters as the server takes them, with the period counted from `now`: to count, and to do something to all. */
export function filtersAt(state: ListState, now: Date): URLSearchParams {
  const params = filterParams(state);
  putInterval(params, intervalIn(state.started, now));
  return params;
}

export function countQueryAt(state: ListState, now: Date): CountQuery {
  const { many, ranges } = state;
  const interval = intervalIn(state.started, now);
  const query: Record<string, unknown> = { ...many, q: state.search || undefined, number: state.number || undefined };
  for (const field of RANGE_FIELDS) {
    query[RANGE_KEYS[field][0]] = ranges[field]?.min ?? undefined;
    query[RANGE_KEYS[field][1]] = ranges[field]?.max ?? undefined;
  }
  query['from'] = interval?.from ?? undefined;
  query['to'] = interval?.to ?? undefined;
  return query as CountQuery;
}

export function listQueryAt(state: ListState, now: Date): ListQuery {
  return { ...countQueryAt(state, now), view: state.base, sort: state.sort, order: state.order };
}

/** Whether anything but the view narrows the list. */
export function isFiltered(state: ListState): boolean {
  return (
    state.search !== '' ||
    state.number !== '' ||
    state.started !== null ||
    Object.keys(state.many).length > 0 ||
    Object.keys(state.ranges).length > 0
  );
}

export function withMany(state: ListState, field: ManyField, values: readonly string[]): ListState {
  return { ...state, many: replaced(state.many, field, values.length > 0 ? values : null) };
}

export function withRange(state: ListState, field: RangeField, range: Range): ListState {
  return { ...state, ranges: replaced(state.ranges, field, range.min === null && range.max === null ? null : range) };
}

/** Without the key where there is no value, so that equal lists are equal. */
function replaced<T extends object, K extends keyof T>(parts: T, key: K, value: T[K] | null): T {
  const next = { ...parts };
  if (value === null) delete next[key];
  else next[key] = value;
  return next;
}

/** The same view and order with no filter and no search. */
export function withoutFilters(state: ListState): ListState {
  return { ...EVERYTHING, base: state.base, sort: state.sort, order: state.order };
}

/** The order that a click on a column's name asks for: that column, or the other way round, or as they arrived. */
export function sortedBy(state: ListState, sort: Sort, first: 'asc' | 'desc'): ListState {
  if (state.sort !== sort) return { ...state, sort, order: first };
  if (state.order === first) return { ...state, order: first === 'asc' ? 'desc' : 'asc' };
  return { ...state, sort: 'arrival', order: 'desc' };
}

const NAME = /^cca\s*\d+$/i;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PHONE = /^\+?[\d\s().\/-]+$/;

/** Whether what was typed names a contact or a telephone number, which nobody means to have been said. */
export function looksLikeNumber(text: string): boolean {
  const typed = text.trim();
  return NAME.test(typed) || UUID.test(typed) || (PHONE.test(typed) && typed.replace(/\D/g, '').length >= 6);
}
