import { expect, test } from 'vitest';
import { isOwnPath } from './ownPath';

test('a path of the console is gone back to, with its query', () => {
  expect(isOwnPath('/contacts/5b0d?t=83.4')).toBe(true);
  expect(isOwnPath('/')).toBe(true);
});

test('nothing leads to another site, or round in a circle', () => {
  for (const path of ['//evil.example', '/\\evil.example', 'https://evil.example', 'contacts', '/login', null, 7]) {
    expect(isOwnPath(path)).toBe(false);
  }
});
