import { expect, test } from 'vitest';
import { goTarget } from './useGoKeys';

test('g and a letter soon after lead to a page', () => {
  expect(goTarget(1_000, 'd', 1_400)).toBe('/dashboard');
});

test('a letter alone, too late, or of no page leads nowhere', () => {
  expect(goTarget(null, 'd', 1_400)).toBeNull();
  expect(goTarget(1_000, 'd', 2_501)).toBeNull();
  expect(goTarget(1_000, 'q', 1_100)).toBeNull();
});
