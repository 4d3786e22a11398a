import { expect, test } from 'vitest';
import { meterShare } from './LevelMeter';

test('the meter goes by decibels: full at full scale, half at -25, empty from -50 on', () => {
  expect(meterShare(1)).toBe(1);
  expect(meterShare(10 ** (-25 / 20))).toBeCloseTo(0.5);
  expect(meterShare(10 ** (-50 / 20))).toBeCloseTo(0);
  expect(meterShare(10 ** (-60 / 20))).toBe(0);
  expect(meterShare(0)).toBe(0);
});
