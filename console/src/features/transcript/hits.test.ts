import { expect, test } from 'vitest';
import { hitsByTurn } from './hits';

const place = (turn: number, beginOffset: number) => ({ turn, beginOffset, endOffset: beginOffset + 3 });

test('hits are known by turn, and one of them is the current one', () => {
  const by = hitsByTurn([place(0, 4), place(2, 0), place(2, 9)], 1, null);
  expect([...by.keys()]).toEqual([0, 2]);
  expect(by.get(2)?.map(({ current }) => current)).toEqual([true, false]);
  expect(by.get(0)?.map(({ current }) => current)).toEqual([false]);
});

test('a place that was jumped to is the current one instead', () => {
  const by = hitsByTurn([place(0, 4)], 0, place(0, 12));
  expect(by.get(0)).toEqual([
    { place: place(0, 12), current: true },
    { place: place(0, 4), current: false },
  ]);
});
