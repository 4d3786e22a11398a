import { expect, test } from 'vitest';
import { contactsPath } from './contactsPath';

test('without filters it is the whole list', () => {
  expect(contactsPath()).toBe('/contacts');
  expect(contactsPath({ q: '', agent: [], from: undefined })).toBe('/contacts');
});

test('a filter of several values is given once for each, and a zero is a value', () => {
  expect(contactsPath({ agent: ['a b', 'c&d'], minDuration: 0 })).toBe('/contacts?agent=a+b&agent=c%26d&minDuration=0');
});
