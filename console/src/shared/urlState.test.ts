import { expect, test } from 'vitest';
import { readRecordState, withRecordState } from './urlState';

const read = (query: string) => readRecordState(new URLSearchParams(query));
const write = (query: string, change: Parameters<typeof withRecordState>[1]) =>
  withRecordState(new URLSearchParams(query), change).toString();

test('time, search and tab come from the address', () => {
  expect(read('t=83.4&q=refund&tab=analysis')).toEqual({
    timeMillis: 83_400,
    query: 'refund',
    tab: 'analysis',
    loop: null,
  });
});

test('what makes no sense in the address is as if it were not there', () => {
  expect(read('t=-1&tab=nonsense')).toEqual({ timeMillis: null, query: '', tab: null, loop: null });
  expect(read('t=')).toEqual({ timeMillis: null, query: '', tab: null, loop: null });
  expect(read('t=1e999').timeMillis).toBeNull();
});

test('the address keeps tenths of a second, and what it does not know', () => {
  expect(write('from=mail', { timeMillis: 83_449, query: 'late & angry' })).toBe('from=mail&t=83.4&q=late+%26+angry');
});

test('the begin and an empty search leave no trace', () => {
  expect(write('t=5&q=a&tab=details', { timeMillis: 20, query: '' })).toBe('tab=details');
});

test('what is not named stays', () => {
  expect(write('t=5&tab=details', { tab: 'timeline' })).toBe('t=5&tab=timeline');
});

test('a loop stands in the address with both ends, in tenths of a second', () => {
  expect(read('loop=83.4-91').loop).toEqual({ beginMillis: 83_400, endMillis: 91_000 });
  expect(write('t=5', { loop: { beginMillis: 83_449, endMillis: 91_000 } })).toBe('t=5&loop=83.4-91');
  expect(write('loop=1-2', { loop: { beginMillis: 83_449, endMillis: null } })).toBe('');
});

test('a loop that ends before it begins is none', () => {
  for (const text of ['9-3', '3-3', '-3', '3-', 'a-b', '']) expect(read(`loop=${text}`).loop).toBeNull();
});
