import { expect, test } from 'vitest';
import { dayAndTime, instantOf } from './localTime';

test('a day and a time of the reader are told and read back', () => {
  const date = new Date(2026, 0, 5, 9, 7);
  expect(dayAndTime(date)).toEqual(['2026-01-05', '09:07']);
  expect(instantOf('2026-01-05', '09:07')).toEqual(date);
  expect(instantOf('2026-01-05', '09:07:30')).toEqual(new Date(2026, 0, 5, 9, 7, 30));
});

test.each([['', '09:00'], ['2026-01-05', ''], ['2026-13-05', '09:00'], ['2026-01-05', '25:00'], ['2026-01-05', '9']])(
  '%s %s is no instant',
  (day, time) => expect(instantOf(day, time)).toBeNull(),
);
