import type { Conversation, Turn } from '@/api/types';
import { expect, test } from 'vitest';
import { pausesByTurn } from './pauses';

const turn = (beginMillis: number, endMillis: number): Turn => ({ participant: 'agent', beginMillis, endMillis, text: '', words: [] });
const TURNS = [turn(0, 1_000), turn(6_000, 7_000)];
const conversation = (...pauses: [number, number, boolean][]) =>
  ({ silences: pauses.map(([beginMillis, endMillis, hold]) => ({ beginMillis, endMillis, hold })) }) as unknown as Conversation;

test('the server’s silences stand before the turn that ends them, holds named', () => {
  const pauses = pausesByTurn(TURNS, 20_000, conversation([1_000, 6_000, true], [7_000, 20_000, false]));
  expect([...pauses]).toEqual([
    [1, { beginMillis: 1_000, endMillis: 6_000, hold: true }],
    [2, { beginMillis: 7_000, endMillis: 20_000, hold: false }],
  ]);
});

test('without the server’s figures they come from the turns', () => {
  expect([...pausesByTurn(TURNS, 8_000, null)]).toEqual([[1, { beginMillis: 1_000, endMillis: 6_000, hold: false }]]);
});

test('a recording in which nobody speaks is not one long pause', () => {
  expect(pausesByTurn([], 8_000, conversation([0, 8_000, false])).size).toBe(0);
});
