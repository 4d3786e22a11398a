import { expect, test } from 'vitest';
import { isFiltered, queryOf, readFilters, writeFilters } from './filters';

const at = (address: string) => readFilters(new URLSearchParams(address));

test('the address keeps the filters', () => {
  const address = 'who=Ada&contactId=a%2Fb&address=192.0.2.1&from=2026-11-01T08%3A00&what=play&what=link&result=refused';
  expect(writeFilters(at(address)).toString()).toBe('who=Ada&contactId=a%2Fb&address=192.0.2.1&from=2026-11-01T08%3A00&what=link&what=play&result=refused');
});

test('what the page does not understand is left out, so that an old link still opens', () => {
  expect(isFiltered(at('what=everything&result=maybe&from=yesterday&tab=x&who=%20'))).toBe(false);
});

test('times are the reader’s own and become instants for the server', () => {
  const query = queryOf(at('from=2026-11-01T08:00&who=Ada'));
  expect(query.from).toBe(new Date(2026, 10, 1, 8, 0).toISOString());
  expect(query).toMatchObject({ who: 'Ada', what: undefined, result: undefined, to: undefined });
});
