import { expect, test } from 'vitest';
import { ALL_THAT_MATCH, extendedTo, isSelected, NOTHING_SELECTED, shownSelected, toggled, toggledShown } from './selection';

const SHOWN = ['a', 'b', 'c', 'd', 'e'];
const of = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort().join('');

test('one is taken in and out', () => {
  const once = toggled(NOTHING_SELECTED, 'b', SHOWN);
  expect(of(once)).toBe('b');
  expect(toggled(once, 'b', SHOWN)).toMatchObject({ ids: new Set(), all: false });
});

test('a range runs from the last one taken, in either direction, and keeps what was selected', () => {
  const begun = toggled(toggled(NOTHING_SELECTED, 'a', SHOWN), 'c', SHOWN);
  expect(of(extendedTo(begun, 'e', SHOWN))).toBe('acde');
  expect(of(extendedTo(begun, 'b', SHOWN))).toBe('abc');
  expect(of(extendedTo(extendedTo(begun, 'd', SHOWN), 'e', SHOWN))).toBe('acde');
});

test('a range without a begin on the page is the one contact', () => {
  expect(of(extendedTo({ ids: new Set(['z']), all: false, anchor: 'z' }, 'b', SHOWN))).toBe('bz');
});

test('one taken out of all that match leaves the others that are shown', () => {
  expect(isSelected(ALL_THAT_MATCH, 'not loaded yet')).toBe(true);
  const rest = toggled(ALL_THAT_MATCH, 'c', SHOWN);
  expect(of(rest)).toBe('abde');
  expect(rest.all).toBe(false);
});

test('the box in the head selects what is shown, and clears when all of it is', () => {
  const some = toggled(NOTHING_SELECTED, 'b', SHOWN);
  expect(shownSelected(some, SHOWN)).toBe('some');
  const all = toggledShown(some, SHOWN);
  expect(shownSelected(all, SHOWN)).toBe('all');
  expect(toggledShown(all, SHOWN)).toBe(NOTHING_SELECTED);
  expect(shownSelected(NOTHING_SELECTED, [])).toBe('none');
});
