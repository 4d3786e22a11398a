import type { SavedView } from '@/api/types';

/** Which list an address means. */
export type ViewPlace =
  | { readonly kind: 'list'; readonly view: SavedView | null; readonly address: string; readonly modified: boolean }
  /** It needs a saved view that is not known yet. */
  | { readonly kind: 'loading' }
  | { readonly kind: 'gone' };

/**
 * `?saved=ID` alone is the view as it is saved now, also after its owner changed it. With filters beside
 * it, these are what is shown, and the view is the one that they were begun from. `normal` writes an
 * address the one way in which two equal lists are equal text.
 */
export function placeOf(params: URLSearchParams, views: readonly SavedView[] | undefined, normal: (address: string) => string): ViewPlace {
  const id = params.get('saved');
  const own = new URLSearchParams(params);
  own.delete('saved');
  if (id === null) return { kind: 'list', view: null, address: normal(own.toString()), modified: false };
  const view = views?.find((one) => one.id === id);
  if (!view) {
    if (own.size > 0) return { kind: 'list', view: null, address: normal(own.toString()), modified: false };
    return views ? { kind: 'gone' } : { kind: 'loading' };
  }
  const saved = normal(view.query);
  const address = own.size > 0 ? normal(own.toString()) : saved;
  return { kind: 'list', view, address, modified: address !== saved };
}

/** A parameter that changes nothing, so that a saved view without its filters differs from the view itself. */
const NO_FILTER = 'sort=arrival';

/** The search part of the console's address for this list, begun from this view. */
export function searchFor(view: SavedView | null, address: string, normal: (address: string) => string): string {
  if (view === null) return address;
  const saved = `saved=${encodeURIComponent(view.id)}`;
  return address === normal(view.query) ? saved : `${saved}&${address || NO_FILTER}`;
}
