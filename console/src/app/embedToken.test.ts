// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { takeToken, tokenIn } from './embedToken';

beforeEach(() => {
  sessionStorage.clear();
  window.history.replaceState(null, '', '/embed/contacts/c1?t=5');
});

test('the token leaves the address, and the place in the audio stays', () => {
  window.location.hash = 'token=ace_1';
  expect(takeToken('c1')).toBe('ace_1');
  expect(window.location.href).toMatch(/\/embed\/contacts\/c1\?t=5$/);
});

test('reloading keeps the token of this contact, and gives it to no other', () => {
  window.location.hash = 'token=ace_1';
  takeToken('c1');
  expect(takeToken('c1')).toBe('ace_1');
  expect(takeToken('c2')).toBeNull();
});

test('an address without a token has none', () => {
  expect(tokenIn('')).toBeNull();
  expect(tokenIn('#token=')).toBeNull();
  expect(tokenIn('#t=5')).toBeNull();
});
