import { ApiProblem, ServerUnreachable } from '@/api/client';
import { m } from '@/shared/messages';
import { timeOfDay } from '@/shared/time';
import { expect, test } from 'vitest';
import { fromHash, problemText, providerUrl } from './signIn';

test('the address brings a code, or why a provider refused', () => {
  expect(fromHash('#code=a%2Bb')).toEqual({ code: 'a+b', error: null });
  expect(fromHash('#error=The%20provider%20does%20not%20answer.')).toEqual({ code: null, error: 'The provider does not answer.' });
  expect(fromHash('#code=')).toEqual({ code: null, error: null });
});

test('a provider is told where the reader wanted to go', () => {
  expect(providerUrl('/login/oidc/salesforce', null)).toBe('/login/oidc/salesforce');
  expect(providerUrl('/login/oidc/salesforce', '/contacts?q=a b')).toBe('/login/oidc/salesforce?next=%2Fcontacts%3Fq%3Da%20b');
  expect(providerUrl('/login/oidc/x?a=1', '/contacts')).toBe('/login/oidc/x?a=1&next=%2Fcontacts');
});

test('each way to sign in has its own sentence when it is refused', () => {
  const refused = new ApiProblem(401, { title: 'Not signed in', status: 401 });
  expect(problemText(refused, { code: 'x' })).toBe(m.login.wrongCode);
  expect(problemText(refused, { token: 'x' })).toBe(m.login.wrongToken);
  expect(problemText(refused, { user: 'ada', password: 'x' })).toBe(m.login.wrongPassword);
});

test('who tried too often is told when the next attempt is allowed', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  const tooMany = new ApiProblem(429, { title: 'Too many attempts', status: 429 }, 90);
  expect(problemText(tooMany, { user: 'ada', password: 'x' }, now)).toBe(m.login.tooManyUntil(timeOfDay('2026-11-22T10:01:30Z')));
  expect(problemText(new ApiProblem(429, { title: 'Too many', status: 429 }), undefined)).toBe(m.login.tooMany);
});

test('a server that does not answer is not called a wrong password', () => {
  const gone = new ServerUnreachable(null);
  expect(problemText(gone, { user: 'ada', password: 'x' })).toBe(gone.message);
});
