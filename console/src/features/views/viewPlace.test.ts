import type { SavedView } from '@/api/types';
import { expect, test } from 'vitest';
import { placeOf, searchFor } from './viewPlace';

const VIEW: SavedView = { id: 'v1', name: 'Angry', query: 'b=2&a=1', columns: [], shared: false, own: true, pinned: false, owner: 'demo' };
/** Sorts, and leaves out what the list takes for granted. */
const normal = (address: string) =>
  address
    .split('&')
    .filter((part) => part && part !== 'sort=arrival')
    .sort()
    .join('&');
const at = (search: string, views: SavedView[] | null = [VIEW]) =>
  placeOf(new URLSearchParams(search), views ?? undefined, normal);

test('a saved view alone in the address is the list as it was saved', () => {
  expect(at('saved=v1')).toEqual({ kind: 'list', view: VIEW, address: 'a=1&b=2', modified: false });
});

test('filters beside it are what is shown, and mark it as changed if they differ', () => {
  expect(at('saved=v1&a=1&b=2')).toMatchObject({ address: 'a=1&b=2', modified: false });
  expect(at('saved=v1&a=3')).toMatchObject({ view: VIEW, address: 'a=3', modified: true });
});

test('a view that is not known yet is waited for; one that is gone is said to be gone', () => {
  expect(at('saved=v1', null).kind).toBe('loading');
  expect(at('saved=v1').kind).toBe('list');
  expect(at('saved=v9', []).kind).toBe('gone');
  expect(at('saved=v9&a=1', [])).toMatchObject({ kind: 'list', view: null, address: 'a=1' });
});

test('each list has one address, and it leads back to the list', () => {
  expect(searchFor(null, 'a=1', normal)).toBe('a=1');
  expect(searchFor(VIEW, 'a=1&b=2', normal)).toBe('saved=v1');
  expect(searchFor(VIEW, 'a=3', normal)).toBe('saved=v1&a=3');
  expect(at(searchFor(VIEW, '', normal))).toMatchObject({ view: VIEW, address: '', modified: true });
});
