import type { ListQuery } from '@/api/types';

/** What a list can be asked for by its address; the names are those of the API. */
export type ContactFilters = Omit<ListQuery, 'cursor' | 'limit'>;

/** The address of the list of contacts that these filters leave. */
export function contactsPath(filters: ContactFilters = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one));
  }
  const query = params.toString();
  return query === '' ? '/contacts' : `/contacts?${query}`;
}
