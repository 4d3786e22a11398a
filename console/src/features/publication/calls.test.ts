import { expect, test } from 'vitest';
import { callsLeft } from './calls';

test('what is kept for others is not left for us', () => {
  expect(callsLeft({ used: 1_000, limit: 15_000 }, 10)).toBe(12_500);
  expect(callsLeft({ used: 0, limit: 100 }, 0)).toBe(100);
});

test('none are left once others used up what is kept for them', () => {
  expect(callsLeft({ used: 13_500, limit: 15_000 }, 10)).toBe(0);
  expect(callsLeft({ used: 14_900, limit: 15_000 }, 10)).toBe(0);
});
