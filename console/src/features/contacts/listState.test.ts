import { expect, test } from 'vitest';
import {
  EVERYTHING,
  filtersAt,
  isFiltered,
  listQueryAt,
  looksLikeNumber,
  readListState,
  sortedBy,
  withMany,
  withoutFilters,
  withRange,
  writeListState,
} from './listState';

const NOW = new Date(2026, 10, 22, 15, 30);
const read = (address: string) => readListState(new URLSearchParams(address));

test('every filter stands in the address and comes back from it', () => {
  const address =
    'view=deleted&q=refund&state=failed&state=waiting&agent=jdoe&attribute=orderNumber%3A47129&number=%2B1555' +
    '&minDuration=60000&maxAgentTalk=0.4&from=2026-11-01T00%3A00%3A00.000Z&sort=duration&order=asc';
  expect(writeListState(read(address))).toBe(address);
});

test('an address with nothing in it is every contact as it arrived', () => {
  expect(read('')).toEqual(EVERYTHING);
  expect(writeListState(EVERYTHING)).toBe('');
  expect(isFiltered(EVERYTHING)).toBe(false);
});

test('what an address has that is not understood is left out', () => {
  expect(read('view=mine&state=lost&sentiment=SAD&sort=shoe&order=up&minDuration=long&minSilence=-1&from=monday&started=8d')).toEqual(EVERYTHING);
});

test('the addresses of Failed and Waiting that were handed out before still open', () => {
  expect(read('view=failed').many.state).toEqual(['failed']);
  expect(read('view=waiting').many.state).toEqual(['waiting']);
});

test('a period stays a period in the address and becomes instants when the server is asked', () => {
  const state = read('started=7d');
  const from = new Date(2026, 10, 16).toISOString();
  expect(writeListState(state)).toBe('started=7d');
  expect(listQueryAt(state, NOW)).toMatchObject({ from, view: 'all', sort: 'arrival', order: 'desc' });
  expect(filtersAt(state, NOW).get('from')).toBe(from);
  expect(filtersAt(state, NOW).has('started')).toBe(false);
});

test('all that match are named by filters alone, without order', () => {
  expect(filtersAt(read('q=late&agent=a&agent=b&maxSilence=0.2&sort=queue&order=asc'), NOW).toString()).toBe(
    'q=late&agent=a&agent=b&maxSilence=0.2',
  );
});

test('a filter without a value is gone', () => {
  const filtered = withRange(withMany(EVERYTHING, 'queue', ['Billing']), 'silence', { min: 0.5, max: null });
  expect(isFiltered(filtered)).toBe(true);
  expect(withRange(withMany(filtered, 'queue', []), 'silence', { min: null, max: null })).toEqual(EVERYTHING);
  expect(withoutFilters(read('view=deleted&q=x&number=1&sort=agent'))).toEqual({ ...EVERYTHING, base: 'deleted', sort: 'agent' });
});

test('a column sorts its way, then the other way round, then not at all', () => {
  const once = sortedBy(EVERYTHING, 'agent', 'asc');
  const twice = sortedBy(once, 'agent', 'asc');
  expect([once.sort, once.order]).toEqual(['agent', 'asc']);
  expect([twice.sort, twice.order]).toEqual(['agent', 'desc']);
  expect(sortedBy(twice, 'agent', 'asc')).toEqual(EVERYTHING);
  expect(sortedBy(twice, 'duration', 'desc')).toMatchObject({ sort: 'duration', order: 'desc' });
});

test('numbers and names of contacts are told from words', () => {
  for (const typed of ['CCA 000012', 'cca12', '+1 (555) 555-0117', '5555550117', '5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f305']) {
    expect(looksLikeNumber(typed), typed).toBe(true);
  }
  for (const typed of ['refund', '47129', 'order 47129 late', 'cca', '"5555550117"']) expect(looksLikeNumber(typed), typed).toBe(false);
});
