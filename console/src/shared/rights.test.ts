import type { Permission, Session } from '@/api/types';
import { expect, test } from 'vitest';
import { EVERYTHING_ALLOWED, lackedToHear, PERMISSIONS, rightsOf, rightsWith } from './rights';

const session = (rights: Session['rights']): Session => ({ name: 'Ada', kind: 'user', contacts: 'own', rights });

test('what is not among the rights is not offered', () => {
  const rights = rightsOf(session([{ permission: 'listen', contacts: 'own' }]));
  expect(PERMISSIONS.filter(rights.may)).toEqual(['listen']);
  expect(rights.known).toBe(true);
});

test('a right to contacts of which the user sees none counts for nothing; one to the server does', () => {
  const rights = rightsOf(
    session([
      { permission: 'listen', contacts: 'none' },
      { permission: 'administer', contacts: 'none' },
    ]),
  );
  expect(PERMISSIONS.filter(rights.may)).toEqual(['administer']);
});

test('until the server has answered everything is offered, but nothing counts as known', () => {
  expect(rightsOf(undefined)).toBe(EVERYTHING_ALLOWED);
  expect(EVERYTHING_ALLOWED.known).toBe(false);
});

test('with a contact the reader may do what its page says', () => {
  expect(PERMISSIONS.filter(rightsWith({ allowed: ['readTranscript', 'download'] }, EVERYTHING_ALLOWED).may)).toEqual(['readTranscript', 'download']);
  expect(rightsWith({}, rightsOf(session([]))).may('listen')).toBe(false);
});

test('what is not redacted takes its own permission, beside the one to listen', () => {
  const withRights = (...held: Permission[]) => ({ may: (permission: Permission) => held.includes(permission) });
  expect(lackedToHear(withRights('listen'), { redacted: true })).toBeNull();
  expect(lackedToHear(withRights('listen'), { redacted: false })).toBe('unredacted');
  expect(lackedToHear(withRights('unredacted'), { redacted: false })).toBe('listen');
  expect(lackedToHear(withRights('listen', 'unredacted'), { redacted: false })).toBeNull();
});
