import { expect, test } from 'vitest';
import { scrollTarget } from './follow';

const BOX = { scrollTop: 1_000, height: 600 };

test('what is comfortably in sight stays where it is', () => {
  expect(scrollTarget(BOX, { top: 1_048, height: 40 })).toBeNull();
  expect(scrollTarget(BOX, { top: 1_512, height: 40 })).toBeNull();
});

test('what touches the edge comes to a third below the top', () => {
  expect(scrollTarget(BOX, { top: 1_047, height: 40 })).toBe(847);
  expect(scrollTarget(BOX, { top: 1_513, height: 40 })).toBe(1_313);
});

test('a turn higher than the box is shown from its first line', () => {
  expect(scrollTarget(BOX, { top: 1_700, height: 700 })).toBe(1_652);
});

test('nothing scrolls above the top', () => {
  expect(scrollTarget({ scrollTop: 300, height: 600 }, { top: 20, height: 40 })).toBe(0);
});
