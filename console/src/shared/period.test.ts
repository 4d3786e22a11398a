import { expect, test } from 'vitest';
import { intervalOf, isPeriod } from './period';

const NOW = new Date(2026, 10, 22, 15, 30);
const local = (year: number, month: number, day: number) => new Date(year, month - 1, day).toISOString();

test('periods begin at a midnight of the reader and count today', () => {
  expect(intervalOf('today', NOW)).toEqual({ from: local(2026, 11, 22), to: null });
  expect(intervalOf('7d', NOW)).toEqual({ from: local(2026, 11, 16), to: null });
  expect(intervalOf('30d', NOW)).toEqual({ from: local(2026, 10, 24), to: null });
});

test('yesterday and the last month end where today and this month begin', () => {
  expect(intervalOf('yesterday', NOW)).toEqual({ from: local(2026, 11, 21), to: local(2026, 11, 22) });
  expect(intervalOf('lastMonth', new Date(2026, 0, 31))).toEqual({ from: local(2025, 12, 1), to: local(2026, 1, 1) });
});

test('another word is no period', () => {
  expect(isPeriod('7d')).toBe(true);
  expect(isPeriod('8d')).toBe(false);
  expect(isPeriod(null)).toBe(false);
});
