import type { SyntaxToken } from '@/api/types';
import { expect, test } from 'vitest';
import { cloud, cloudSize, excerpt, signed, tagCounts } from './scores';

const token = (text: string, tag: string): SyntaxToken => ({ text, tag, score: 1, turn: 0, beginOffset: 0, endOffset: 1 });

test('the balance has a sign, and nothing is negative zero', () => {
  expect(signed(0.421)).toBe('+0.42');
  expect(signed(-0.1)).toBe('−0.10');
  expect(signed(-0.001)).toBe('0.00');
});

test('an excerpt is cut between words and keeps what was found whole', () => {
  const text = `${'before '.repeat(10)}the refund ${'after '.repeat(20)}end`;
  const { before, found, after } = excerpt(text, 70, 80);
  expect(before).toBe(`… ${'before '.repeat(5)}`);
  expect(found).toBe('the refund');
  expect(after).toBe(` ${'after '.repeat(9)}after …`);
});

test('a short text is its own excerpt, and one long word is not cut', () => {
  expect(excerpt('my order is late', 3, 8)).toEqual({ before: 'my ', found: 'order', after: ' is late' });
  expect(excerpt('x'.repeat(200), 90, 100)).toEqual({ before: '… ', found: 'x'.repeat(10), after: ' …' });
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
