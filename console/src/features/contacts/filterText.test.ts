import { m } from '@/shared/messages';
import { expect, test } from 'vitest';
import { filterText, parseBound, startedBetween, typedBound, typedDays, withoutFilter } from './filterText';
import { EVERYTHING, readListState, writeListState } from './listState';

const read = (address: string) => readListState(new URLSearchParams(address));

test('a filter says in a few words what it asks for', () => {
  expect(filterText(EVERYTHING, 'agent')).toBeNull();
  expect(filterText(read('agent=a&agent=b'), 'agent')).toBe('a, b');
  expect(filterText(read('agent=a&agent=b&agent=c'), 'agent')).toBe(m.list.andMore('a', 2));
  expect(filterText(read('state=notRequested'), 'state')).toBe('Not requested');
  expect(filterText(read('minDuration=90000'), 'duration')).toBe('≥ 01:30');
  expect(filterText(read('minSilence=0.125&maxSilence=0.5'), 'silence')).toBe('12.5 % – 50 %');
  expect(filterText(read('started=7d'), 'started')).toBe('Last 7 days');
});

test('the last day of a filter is named, though its end is the midnight after it', () => {
  const days = { ...EVERYTHING, started: startedBetween('2026-11-20', '2026-11-21') };
  expect(filterText(days, 'started')).toMatch(/20.* – .*21/);
  const one = { ...EVERYTHING, started: startedBetween('2026-11-20', '2026-11-20') };
  expect(filterText(one, 'started')).not.toContain('–');
  expect(filterText({ ...EVERYTHING, started: startedBetween('', '2026-11-20') }, 'started')).toMatch(/^until .*20/);
});

test('days go through the address and come back into the fields', () => {
  const days = { ...EVERYTHING, started: startedBetween('2026-10-24', '2026-10-25') };
  expect(typedDays(read(writeListState(days)).started)).toEqual(['2026-10-24', '2026-10-25']);
  expect(startedBetween('', '')).toBeNull();
});

test('durations are typed as minutes or as a clock shows them, shares in percent', () => {
  expect(parseBound('duration', '2')).toBe(120_000);
  expect(parseBound('duration', '1.5')).toBe(90_000);
  expect(parseBound('duration', '1:30')).toBe(90_000);
  expect(parseBound('duration', '1:00:05')).toBe(3_605_000);
  expect(parseBound('duration', '1:75')).toBeUndefined();
  expect(parseBound('duration', 'long')).toBeUndefined();
  expect(parseBound('silence', '12,5 %')).toBe(0.125);
  expect(parseBound('silence', '101')).toBeUndefined();
  expect(parseBound('silence', ' ')).toBeNull();
  expect(parseBound('duration', typedBound('duration', 3_605_000))).toBe(3_605_000);
});

test('a filter that is removed leaves the others', () => {
  const all = read('agent=a&queue=b&number=1&started=7d&minDuration=1');
  expect(writeListState(withoutFilter(all, 'agent'))).toBe('queue=b&number=1&minDuration=1&started=7d');
  expect(writeListState(withoutFilter(all, 'duration'))).toBe('agent=a&queue=b&number=1&started=7d');
  expect(writeListState(withoutFilter(withoutFilter(all, 'number'), 'started'))).toBe('agent=a&queue=b&minDuration=1');
});
