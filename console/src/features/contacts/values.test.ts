import { expect, test } from 'vitest';
import { offered, valueOf } from './values';

test('what was chosen before stands first, once, as long as it fits what is typed', () => {
  expect(offered('agent', ['zoe'], ['ann', 'zoe'], '')).toEqual(['zoe', 'ann']);
  expect(offered('agent', ['zoe'], ['Ann'], 'an')).toEqual(['Ann']);
});

test('values of an attribute are named with their key, however the server names them', () => {
  expect(offered('attribute', [], ['orderNumber', 'plan'], 'o')).toEqual(['orderNumber', 'plan']);
  expect(offered('attribute', [], ['gold', 'plan:silver'], 'plan:')).toEqual(['plan:gold', 'plan:silver']);
  expect(offered('entity', [], ['PRODUCT:table'], 'PRODUCT:')).toEqual(['PRODUCT:table']);
});

test('an attribute that is half typed is no value', () => {
  expect(valueOf('attribute', 'plan:')).toBeNull();
  expect(valueOf('attribute', ':gold')).toBeNull();
  expect(valueOf('entity', 'PRODUCT:')).toBeNull();
  expect(valueOf('phrase', 'so:')).toBe('so:');
  expect(valueOf('attribute', ' plan:gold ')).toBe('plan:gold');
  expect(valueOf('agent', '  ')).toBeNull();
});
