import { EVERYTHING_ALLOWED, rightsWith } from '@/shared/rights';
import { expect, test } from 'vitest';
import { allowedItems, currentItem, FIRST_ITEMS, groupsToChoose, itemsOf, matching } from './items';

const item = (label: string, path: string) => ({ label, path });

test('who set nothing has the first items; who removed all has none', () => {
  expect(itemsOf(undefined)).toBe(FIRST_ITEMS);
  expect(itemsOf({})).toBe(FIRST_ITEMS);
  expect(itemsOf({ navigation: [] })).toEqual([]);
});

test('an item that leads out of the console is left out', () => {
  const kept = item('Mine', '/contacts?agent=jdoe');
  const out = [item('x', '//evil.example'), item('y', 'https://evil.example'), item('z', 'javascript:alert(1)'), item(' ', '/contacts')];
  expect(itemsOf({ navigation: [kept, ...out] })).toEqual([kept]);
});

test('the current item is the one that names most of the address', () => {
  const all = item('All', '/contacts');
  const failed = item('Failed', '/contacts?view=failed');
  const upload = item('Upload', '/upload');
  const items = [all, failed, upload];
  expect(currentItem(items, '/contacts', '')).toBe(all);
  expect(currentItem(items, '/contacts', '?view=failed&sort=started')).toBe(failed);
  expect(currentItem(items, '/contacts', '?view=recent')).toBe(all);
  expect(currentItem([failed, upload], '/contacts', '')).toBeNull();
});

test('a contact belongs to the item of the list', () => {
  const items = [item('Failed', '/contacts?view=failed'), item('All', '/contacts')];
  expect(currentItem(items, '/contacts/abc', '')?.label).toBe('All');
  expect(currentItem([item('C', '/contact')], '/contacts/abc', '')).toBeNull();
});

test('saved views are offered under their names and found by a part of them', () => {
  const groups = groupsToChoose([
    { id: 'v1', name: 'Angry customers' },
    { id: 'a&b', name: 'Everything' },
  ], EVERYTHING_ALLOWED);
  expect(groups.at(-1)?.items.map(({ path }) => path)).toEqual(['/contacts?saved=v1', '/contacts?saved=a%26b']);
  expect(matching(groups, ' ANGRY ').flatMap(({ items }) => items.map(({ label }) => label))).toEqual(['Angry customers']);
  expect(matching(groups, 'nothing like it')).toEqual([]);
});

test('pages that the reader may not see are neither shown nor offered', () => {
  const auditor = rightsWith({ allowed: ['audit'] }, EVERYTHING_ALLOWED);
  expect(allowedItems([item('Mine', '/contacts?agent=jdoe'), item('Send', '/upload'), item('Users', '/access?tab=groups')], auditor).map(({ label }) => label)).toEqual(['Mine']);
  const offered = groupsToChoose([], auditor).flatMap(({ items }) => items.map(({ path }) => path));
  expect(offered).toContain('/audit');
  expect(offered).not.toContain('/upload');
  expect(offered).not.toContain('/access');
});
