import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Throttle } from './throttle';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a burst runs its first call at once and its last one later', () => {
  const ran: number[] = [];
  const throttle = new Throttle(1_000);
  for (const n of [1, 2, 3]) throttle.run(() => ran.push(n));
  expect(ran).toEqual([1]);
  vi.advanceTimersByTime(1_000);
  expect(ran).toEqual([1, 3]);
  throttle.run(() => ran.push(4));
  expect(ran).toEqual([1, 3]);
  vi.advanceTimersByTime(1_000);
  expect(ran).toEqual([1, 3, 4]);
});

test('once disposed of, it runs nothing', () => {
  const ran: number[] = [];
  const throttle = new Throttle(1_000);
  throttle.run(() => ran.push(1));
  throttle.run(() => ran.push(2));
  throttle.dispose();
  vi.advanceTimersByTime(5_000);
  throttle.run(() => ran.push(3));
  expect(ran).toEqual([1]);
});
