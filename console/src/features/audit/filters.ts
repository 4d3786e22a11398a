import type { AuditAction, AuditQuery, AuditResult } from '@/api/types';
import { m } from '@/shared/messages';

export const ACTIONS = Object.keys(m.audit.actions) as AuditAction[];
export const RESULTS = Object.keys(m.audit.results) as AuditResult[];

/** What narrows the trail. Texts are empty for none; times are the reader's own, as `datetime-local` has them. */
export interface Filters {
  readonly who: string;
  readonly what: readonly AuditAction[];
  readonly contactId: string;
  readonly result: readonly AuditResult[];
  readonly address: string;
  readonly from: string;
  readonly to: string;
}

const TEXTS = ['who', 'contactId', 'address', 'from', 'to'] as const;
const LOCAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** Reads an address. What it does not understand it leaves out, so that an old link still opens. */
export function readFilters(params: URLSearchParams): Filters {
  const text = (name: string) => params.get(name)?.trim() ?? '';
  const time = (name: string) => (LOCAL_TIME.test(text(name)) ? text(name) : '');
  return {
    who: text('who'),
    what: ACTIONS.filter((one) => params.getAll('what').includes(one)),
    contactId: text('contactId'),
    result: RESULTS.filter((one) => params.getAll('result').includes(one)),
    address: text('address'),
    from: time('from'),
    to: time('to'),
  };
}

export function writeFilters(filters: Filters): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of TEXTS) if (filters[name].trim() !== '') params.set(name, filters[name].trim());
  for (const one of filters.what) params.append('what', one);
  for (const one of filters.result) params.append('result', one);
  return params;
}

export const isFiltered = (filters: Filters): boolean => writeFilters(filters).size > 0;

const instant = (local: string) => (local === '' ? undefined : new Date(local).toISOString());

/** The filters as the server takes them. */
export function queryOf(filters: Filters): Omit<AuditQuery, 'limit' | 'cursor'> {
  return {
    who: filters.who || undefined,
    what: filters.what.length > 0 ? [...filters.what] : undefined,
    contactId: filters.contactId || undefined,
    result: filters.result.length > 0 ? [...filters.result] : undefined,
    address: filters.address || undefined,
    from: instant(filters.from),
    to: instant(filters.to),
  };
}
