import { expect, test } from 'vitest';
import { intervalLabel, percent, share, sorted, sortValue, withSentiment, type Group } from './figures';

const group = (name: string, part: Partial<Group> = {}): Group => ({
  name,
  contacts: 10,
  failed: 0,
  positive: 0,
  negative: 0,
  neutral: 0,
  mixed: 0,
  ...part,
});
const names = (groups: readonly Group[]) => groups.map(({ name }) => name).join('');

test('a share of nothing is none', () => {
  expect(share(0, 0)).toBe(0);
  expect(share(1, 4)).toBe(0.25);
});

test('a few of very many do not read as none', () => {
  expect(percent(0.004)).toBe('0.4%');
  expect(percent(0.254)).toBe('25%');
  expect(percent(0)).toBe('0%');
});

test('sentiment is compared as a share of the contacts that have one', () => {
  const few = group('few', { contacts: 100, negative: 5, neutral: 5 });
  const many = group('many', { contacts: 1000, negative: 10, neutral: 90 });
  expect(withSentiment(few)).toBe(10);
  expect(names(sorted([many, few], 'negative', true))).toBe('fewmany');
});

test('groups without a figure come last when the greatest comes first', () => {
  const groups = [group('a'), group('b', { meanSilenceShare: 0.1 }), group('c', { meanSilenceShare: 0.4 })];
  expect(names(sorted(groups, 'silence', true))).toBe('cba');
  expect(sortValue(groups[0] as Group, 'silence')).toBe(-1);
});

test('equal groups keep an order: more contacts first, then by name', () => {
  expect(names(sorted([group('b'), group('a'), group('c', { contacts: 11 })], 'failed', true))).toBe('cab');
});

test('a week is named by its first and its last day', () => {
  const label = intervalLabel({ begin: new Date(2026, 10, 16).toISOString(), end: new Date(2026, 10, 23).toISOString() }, 'week');
  expect(label).toMatch(/16/);
  expect(label).toMatch(/22/);
});
