import type { Analysis, Turn } from '@/api/types';
import { expect, test } from 'vitest';
import { foundByTurn, wordMarks } from './marks';

function turnOf(text: string): Turn {
  const words = text.split(' ').map((word, at) => ({ text: word, beginMillis: at * 100, endMillis: at * 100 + 90, confidence: 1 }));
  return { participant: 'agent', beginMillis: 0, endMillis: words.length * 100, text, words };
}

const TURN = turnOf('The garden table is late');
const ANALYSIS: Analysis = {
  customEntities: [{ text: 'garden table', type: 'PRODUCT', score: 1, occurrences: [{ turn: 0, beginOffset: 4, endOffset: 16 }] }],
  keyPhrases: [{ text: 'The garden table', score: 1, occurrences: [{ turn: 0, beginOffset: 0, endOffset: 16 }] }],
};

test('a word can belong to an entity and to a key phrase', () => {
  const found = foundByTurn([TURN], ANALYSIS).get(0) ?? [];
  expect(wordMarks(TURN, found)).toEqual([
    { entity: -1, phrase: 1 },
    { entity: 0, phrase: 1 },
    { entity: 0, phrase: 1 },
    { entity: -1, phrase: -1 },
    { entity: -1, phrase: -1 },
  ]);
});

test('after a correction a finding is where the turn says it now, or nowhere', () => {
  const moved = turnOf('I mean the garden table is late');
  const found = foundByTurn([moved], ANALYSIS).get(0) ?? [];
  expect(wordMarks(moved, found).map(({ entity }) => entity)).toEqual([-1, -1, -1, 0, 0, -1, -1]);
  expect(foundByTurn([turnOf('The chair is late')], ANALYSIS).size).toBe(0);
});

test('two phrases that overlap do not share a word', () => {
  const found = [
    { place: { turn: 0, beginOffset: 0, endOffset: 16 }, entityType: null },
    { place: { turn: 0, beginOffset: 11, endOffset: 24 }, entityType: null },
  ];
  expect(wordMarks(TURN, found).map(({ phrase }) => phrase)).toEqual([0, 0, 0, 1, 1]);
});
