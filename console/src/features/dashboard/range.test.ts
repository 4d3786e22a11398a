import { expect, test } from 'vitest';
import { intervalOf, midnight, readChoice, spanOf, within, writeChoice, type Choice } from './range';

const NOW = new Date(2026, 10, 22, 15, 30);
const choice = (query: string): Choice => readChoice(new URLSearchParams(query));
const localDays = (from: string | undefined) => Math.round((NOW.getTime() - Date.parse(from as string)) / 86_400_000);

test('the address keeps what was chosen, and says nothing about the first choice', () => {
  expect(writeChoice(choice('')).toString()).toBe('');
  for (const query of ['range=7d', 'range=all&queue=a&queue=b&agent=c', 'range=custom&from=2026-11-01&to=2026-11-05']) {
    expect(writeChoice(choice(query)).toString()).toBe(query);
  }
});

test('an unknown range and a day that is none fall back to the first choice', () => {
  expect(choice('range=century').range).toBe('30d');
  expect(choice('from=2026-02-30').range).toBe('30d');
  expect(choice('from=yesterday').fromDay).toBeNull();
});

test('a range begins at midnight of the reader and holds today whole', () => {
  expect(spanOf(choice('range=today'), NOW)).toEqual({ from: new Date(2026, 10, 22).toISOString() });
  expect(spanOf(choice('range=7d'), NOW)).toEqual({ from: new Date(2026, 10, 16).toISOString() });
  expect(localDays(spanOf(choice('range=12m'), NOW).from)).toBe(365);
  expect(spanOf(choice('range=all'), NOW)).toEqual({});
});

test('the last day of a chosen time is inside it', () => {
  expect(spanOf(choice('from=2026-11-01&to=2026-11-01'), NOW)).toEqual({
    from: new Date(2026, 10, 1).toISOString(),
    to: new Date(2026, 10, 2).toISOString(),
  });
  expect(spanOf(choice('range=custom'), NOW)).toEqual({ from: undefined, to: undefined });
});

test('a day later is the next midnight, also over the end of a month', () => {
  expect(midnight('2026-11-30', 1)).toEqual(new Date(2026, 11, 1));
});

test('the longer the time, the longer the intervals', () => {
  const of = (query: string) => intervalOf(spanOf(choice(query), NOW), NOW);
  expect(['range=today', 'range=7d', 'range=30d', 'range=90d', 'range=12m', 'range=all'].map(of)).toEqual([
    'hour',
    'day',
    'day',
    'week',
    'week',
    'month',
  ]);
  expect(of('from=2026-01-01&to=2026-01-02')).toBe('hour');
});

test('the list behind an interval does not reach beyond the chosen time', () => {
  const span = { from: '2026-11-04T00:00:00Z', to: '2026-11-20T00:00:00Z' };
  expect(within(span, '2026-11-02T00:00:00Z', '2026-11-09T00:00:00Z')).toEqual({
    from: '2026-11-04T00:00:00Z',
    to: '2026-11-09T00:00:00Z',
  });
  expect(within(span, '2026-11-16T00:00:00Z', '2026-11-23T00:00:00Z').to).toBe('2026-11-20T00:00:00Z');
  expect(within({}, 'a', 'b')).toEqual({ from: 'a', to: 'b' });
});
