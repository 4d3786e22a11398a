import type { Turn } from '@/api/types';
import { expect, test } from 'vitest';
import { jumpFrom, lengthOf, quietBetween, withLoopBegin, withLoopEnd } from './course';

const LOOP = { beginMillis: 10_000, endMillis: 20_000 };
const QUIET = [
  { beginMillis: 5_000, endMillis: 8_000 },
  { beginMillis: 30_000, endMillis: 40_000 },
];

test('playing that runs into the end of the loop goes back to its begin', () => {
  expect(jumpFrom(19_990, 19_999, LOOP, [])).toBeNull();
  expect(jumpFrom(19_990, 20_000, LOOP, [])).toBe(10_000);
  expect(jumpFrom(20_000, 20_016, LOOP, [])).toBe(10_000); // the end was chosen while playing
});

test('someone who seeks behind the loop is not pulled back', () => {
  expect(jumpFrom(20_001, 20_017, LOOP, [])).toBeNull();
});

test('a loop without an end repeats nothing', () => {
  expect(jumpFrom(19_990, 20_000, { beginMillis: 10_000, endMillis: null }, [])).toBeNull();
});

test('silence is left at its end, from any place in it', () => {
  expect(jumpFrom(4_990, 4_999, null, QUIET)).toBeNull();
  expect(jumpFrom(4_990, 5_000, null, QUIET)).toBe(8_000);
  expect(jumpFrom(33_000, 33_016, null, QUIET)).toBe(40_000);
  expect(jumpFrom(8_000, 8_016, null, QUIET)).toBeNull();
});

test('the last tenth of a silence is played', () => {
  expect(jumpFrom(7_890, 7_900, null, QUIET)).toBe(8_000);
  expect(jumpFrom(7_890, 7_901, null, QUIET)).toBeNull();
});

test('a silence that reaches over the end of the loop leads to its begin', () => {
  expect(jumpFrom(18_990, 19_000, LOOP, [{ beginMillis: 18_000, endMillis: 25_000 }])).toBe(10_000);
});

test('a loop in which all is quiet is played, not jumped about in', () => {
  expect(jumpFrom(10_000, 10_016, LOOP, [{ beginMillis: 9_000, endMillis: 25_000 }])).toBeNull();
});

test('a new begin keeps an end that lies at least a fifth of a second behind it', () => {
  expect(withLoopBegin(null, 3_000)).toEqual({ beginMillis: 3_000, endMillis: null });
  expect(withLoopBegin(LOOP, 19_800)).toEqual({ beginMillis: 19_800, endMillis: 20_000 });
  expect(withLoopBegin(LOOP, 19_801)).toEqual({ beginMillis: 19_801, endMillis: null });
});

test('an end before its begin changes nothing; without a begin the loop begins with the recording', () => {
  expect(withLoopEnd(LOOP, 10_199)).toBe(LOOP);
  expect(withLoopEnd(LOOP, 10_200)).toEqual({ beginMillis: 10_000, endMillis: 10_200 });
  expect(withLoopEnd(null, 7_000)).toEqual({ beginMillis: 0, endMillis: 7_000 });
});

const turn = (beginMillis: number, endMillis: number): Turn => ({
  participant: 'agent',
  beginMillis,
  endMillis,
  text: 'x',
  words: [],
});

test('silence of two seconds is skipped but for 0.3 s at each end; a shorter one is not', () => {
  const quiet = quietBetween([turn(0, 1_000), turn(3_000, 4_000), turn(5_999, 7_000)], 7_000);
  expect(quiet).toEqual([{ beginMillis: 1_300, endMillis: 2_700 }]);
  expect(lengthOf(quiet)).toBe(1_400);
});
