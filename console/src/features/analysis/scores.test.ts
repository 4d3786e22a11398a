import type { SyntaxToken } from '@/api/types';
import { expect, test } from 'vitest';
import { cloud, cloudSize, quarterBar, signed, tagCounts } from './scores';

const token = (text: string, tag: string): SyntaxToken => ({ text, tag, score: 1, turn: 0, beginOffset: 0, endOffset: 1 });

test('the balance has a sign, and nothing is negative zero', () => {
  expect(signed(0.421)).toBe('+0.42');
  expect(signed(-0.1)).toBe('−0.10');
  expect(signed(-0.001)).toBe('0.00');
});

test('bars rise above the zero line or hang below it, and zero is still seen', () => {
  expect(quarterBar(0.5, 40)).toEqual({ y: 10, height: 10 });
  expect(quarterBar(-1, 40)).toEqual({ y: 20, height: 20 });
  expect(quarterBar(0, 40)).toEqual({ y: 19, height: 1 });
  expect(quarterBar(7, 40)).toEqual({ y: 0, height: 20 });
});

test('words are counted whatever their case, names keep theirs, punctuation is none', () => {
  const said = [token('Order', 'NOUN'), token('order', 'NOUN'), token('Laura', 'PROPN'), token('.', 'PUNCT')];
  expect(cloud(said, null).map((w) => [w.text, w.tokens.length])).toEqual([
    ['order', 2],
    ['Laura', 1],
  ]);
  expect(cloud(said, ['PROPN']).map((w) => w.text)).toEqual(['Laura']);
});

test('the same letters in another part of speech are another word', () => {
  expect(cloud([token('order', 'NOUN'), token('order', 'VERB')], null)).toHaveLength(2);
});

test('sizes run from 12 to 30 px, and are even when all words are said once', () => {
  expect(cloudSize(1, 5)).toBe(12);
  expect(cloudSize(5, 5)).toBe(30);
  expect(cloudSize(1, 1)).toBe(15);
});

test('parts of speech are counted, most first', () => {
  expect(tagCounts([token('a', 'DET'), token('b', 'NOUN'), token('c', 'NOUN'), token(',', 'PUNCT')])).toEqual([
    ['NOUN', 2],
    ['DET', 1],
  ]);
});
