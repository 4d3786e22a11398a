import type { Turn } from '@/api/types';
import { expect, test } from 'vitest';
import {
  nextTurnMillis,
  occurrenceMillis,
  placeNow,
  previousTurnMillis,
  search,
  silences,
  turnAt,
  wordAt,
  wordOffsets,
  wordsWithin,
} from './turns';

function turn(beginMillis: number, endMillis: number, text: string): Turn {
  const words = text.split(' ');
  const each = (endMillis - beginMillis) / words.length;
  return {
    participant: 'customer',
    beginMillis,
    endMillis,
    text,
    words: words.map((word, i) => ({
      text: word,
      beginMillis: beginMillis + i * each,
      endMillis: beginMillis + i * each + each / 2,
      confidence: 1,
    })),
  };
}

const TURNS = [turn(1_000, 3_000, 'Hello, hello there.'), turn(5_999, 7_000, 'The order'), turn(6_500, 9_000, 'Yes')];

test('a turn begins with its first millisecond', () => {
  expect(turnAt(TURNS, 999)).toBe(-1);
  expect(turnAt(TURNS, 1_000)).toBe(0);
  expect(turnAt(TURNS, 5_998)).toBe(0);
  expect(turnAt(TURNS, 5_999)).toBe(1);
  expect(turnAt([], 10)).toBe(-1);
});

test('the word just said stays until the next one, and none is left at the end of the turn', () => {
  const order = turn(0, 1_000, 'one two');
  expect(wordAt(order, 0)).toBe(0);
  expect(wordAt(order, 499)).toBe(0); // said until 250
  expect(wordAt(order, 500)).toBe(1);
  expect(wordAt(order, 999)).toBe(1);
  expect(wordAt(order, 1_000)).toBe(-1);
});

test('previous turn goes to the begin of this one, and early in it to the one before', () => {
  expect(previousTurnMillis(TURNS, 2_500)).toBe(1_000);
  expect(previousTurnMillis(TURNS, 2_499)).toBe(0);
  expect(previousTurnMillis(TURNS, 6_100)).toBe(1_000);
  expect(previousTurnMillis(TURNS, 500)).toBe(0);
});

test('next turn is the one that begins next, and none after the last', () => {
  expect(nextTurnMillis(TURNS, 0)).toBe(1_000);
  expect(nextTurnMillis(TURNS, 1_000)).toBe(5_999);
  expect(nextTurnMillis(TURNS, 6_500)).toBeNull();
});

test('a silence of exactly three seconds counts, one millisecond less does not', () => {
  expect(silences(TURNS, 12_000)).toEqual([{ beginMillis: 9_000, endMillis: 12_000, beforeTurn: 3 }]);
  expect(silences([turn(3_000, 4_000, 'a'), turn(7_000, 8_000, 'b')], 8_000)).toEqual([
    { beginMillis: 0, endMillis: 3_000, beforeTurn: 0 },
    { beginMillis: 4_000, endMillis: 7_000, beforeTurn: 1 },
  ]);
});

test('a silence counts from the last one to stop, not from the turn that began last', () => {
  const overlapping = [turn(0, 10_000, 'long'), turn(2_000, 3_000, 'yes'), turn(12_000, 13_000, 'now')];
  expect(silences(overlapping, 13_000)).toEqual([]);
});

test('words are found in order, so that a repeated word is not taken twice', () => {
  const again = turn(0, 3_000, 'no no, No');
  expect(wordOffsets(again)).toEqual([0, 3, 7]);
});

test('an occurrence covers every word that it touches', () => {
  const first = TURNS[0] as Turn;
  expect(wordsWithin(first, 7, 18)).toEqual([1, 2]); // "hello there"
  expect(wordsWithin(first, 0, 6)).toEqual([0, 0]); // up to the blank
  expect(wordsWithin(first, 6, 7)).toBeNull(); // the blank itself
});

test('an occurrence is said when its first word is', () => {
  expect(occurrenceMillis(TURNS, { turn: 1, beginOffset: 4, endOffset: 9 })).toBe(6_499.5);
  expect(occurrenceMillis(TURNS, { turn: 9, beginOffset: 0, endOffset: 1 })).toBeNull();
});

test('search ignores case and finds each place once', () => {
  expect(search(TURNS, ' HELLO ')).toEqual([
    { turn: 0, beginOffset: 0, endOffset: 5 },
    { turn: 0, beginOffset: 7, endOffset: 12 },
  ]);
  expect(search(TURNS, '  ')).toEqual([]);
});

test('a finding stays at its place, and moves when its turn was corrected', () => {
  expect(placeNow(TURNS, { turn: 1, beginOffset: 4, endOffset: 9 }, 'Order')).toEqual({ turn: 1, beginOffset: 4, endOffset: 9 });
  expect(placeNow(TURNS, { turn: 1, beginOffset: 0, endOffset: 5 }, 'order')).toEqual({ turn: 1, beginOffset: 4, endOffset: 9 });
  expect(placeNow(TURNS, { turn: 2, beginOffset: 0, endOffset: 5 }, 'order')).toBeNull();
  expect(placeNow(TURNS, { turn: 9, beginOffset: 0, endOffset: 5 }, 'order')).toBeNull();
});
