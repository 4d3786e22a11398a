import type { User } from '@/api/types';
import { expect, test } from 'vitest';
import { namesOf } from './NamesSelect';
import { periodText } from './periodText';
import { newToken } from './TokenDialog';
import { isCalled } from './UsersTab';

test('a period is told in the largest unit that fits', () => {
  expect(['PT12H', 'P400D', 'PT9600H', 'PT90M', 'P1D', 'P1DT1H'].map(periodText)).toEqual(['12 hours', '400 days', '400 days', '90 minutes', '1 day', '25 hours']);
});

test('a period that is not understood is told as it is', () => {
  expect(periodText('P1Y')).toBe('P1Y');
  expect(periodText('PT0S')).toBe('PT0S');
});

test('a token for everything says so by null, and ends after its days', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  expect(newToken({ name: ' nightly ', permissions: null, contacts: 'all', days: null }, now)).toEqual({ name: 'nightly', permissions: null, contacts: 'all', expiresAt: null });
  expect(newToken({ name: 'x', permissions: ['submit'], contacts: 'none', days: 30 }, now)).toMatchObject({ permissions: ['submit'], expiresAt: '2026-12-22T10:00:00.000Z' });
});

test('a user is found by a part of any name, whatever its case', () => {
  const user = { userName: 'jdoe', displayName: 'John Doe', agent: 'j.doe', email: null } as User;
  expect(['JOHN', 'j.d', 'doe ', ''].every((text) => isCalled(user, text))).toBe(true);
  expect(isCalled(user, 'mei')).toBe(false);
});

test('an id that has no name stands for itself', () => {
  expect(namesOf(['a', 'gone'], [{ id: 'a', name: 'Agents' }])).toBe('Agents, gone');
});
