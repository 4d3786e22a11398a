import { expect, test } from 'vitest';
import { bytes, clock, clockTenths, dateTime, duration } from './time';

test('a position is minutes and seconds, and rounds down', () => {
  expect(clock(0)).toBe('00:00');
  expect(clock(83_999)).toBe('01:23');
  expect(clock(3_599_999)).toBe('59:59');
  expect(clock(-5)).toBe('00:00');
});

test('from an hour on a position has hours', () => {
  expect(clock(3_600_000)).toBe('1:00:00');
  expect(clock(7_384_000)).toBe('2:03:04');
});

test('tenths are cut off, not rounded', () => {
  expect(clockTenths(83_499)).toBe('01:23.4');
  expect(clockTenths(59_999)).toBe('00:59.9');
});

test('how long something took has a unit', () => {
  expect(duration(340)).toBe('340 ms');
  expect(duration(4_210)).toBe('4.2 s');
  expect(duration(59_949)).toBe('59.9 s');
  expect(duration(59_950)).toBe('1 min 00 s');
  expect(duration(185_000)).toBe('3 min 05 s');
  expect(duration(3_720_000)).toBe('1 h 02 min');
});

test('file sizes are decimal', () => {
  expect(bytes(999)).toBe('999 B');
  expect(bytes(1_000)).toBe('1.0 kB');
  expect(bytes(999_499)).toBe('999 kB');
  expect(bytes(999_500)).toBe('1.0 MB');
  expect(bytes(2_997_228)).toBe('3.0 MB');
});

test('a date has its year only when that is not the present one', () => {
  expect(dateTime('2026-06-15T12:00:00Z', new Date('2026-11-22T00:00:00Z'))).not.toContain('2026');
  expect(dateTime('2026-06-15T12:00:00Z', new Date('2027-06-22T00:00:00Z'))).toContain('2026');
});
