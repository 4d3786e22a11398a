import type { Hit } from '@/api/types';
import { expect, test } from 'vitest';
import { hitAddress, hitPieces } from './hits';

const hit = (text: string, ...marks: [number, number][]): Hit => ({
  participant: 'customer',
  beginMillis: 83_449,
  text,
  marks: marks.map(([beginOffset, endOffset]) => ({ beginOffset, endOffset })),
});
const cut = (one: Hit) => hitPieces(one).map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test('what matches is marked in its place', () => {
  expect(cut(hit('I want a refund now.', [9, 15]))).toBe('I want a [refund] now.');
  expect(cut(hit('refund refund', [7, 13], [0, 6]))).toBe('[refund] [refund]');
  expect(cut(hit('nothing here'))).toBe('nothing here');
});

test('marks that overlap or run over the end lose nothing and repeat nothing', () => {
  expect(cut(hit('abcdef', [1, 4], [2, 5]))).toBe('a[bcd][e]f');
  expect(cut(hit('abc', [1, 9], [20, 30]))).toBe('a[bc]');
});

test('a hit opens its contact at the turn, searching for the word as it was said', () => {
  expect(hitAddress('a/b', hit('Two refunds.', [4, 11]))).toBe('/contacts/a%2Fb?t=83.4&q=refunds');
  expect(hitAddress('a', { ...hit('Hello.'), beginMillis: 0 })).toBe('/contacts/a');
});
