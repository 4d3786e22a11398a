import type { Participant, Turn } from '@/api/types';
import { expect, test } from 'vitest';
import { monologueBegin } from './monologue';

const turn = (participant: Participant, beginMillis: number, endMillis: number): Turn => ({ participant, beginMillis, endMillis, text: '', words: [] });
const TURNS = [turn('agent', 0, 4_000), turn('customer', 5_000, 8_000), turn('customer', 9_000, 12_000), turn('agent', 13_000, 15_000)];

test('a monologue can be one turn or a row of turns', () => {
  expect(monologueBegin(TURNS, 'customer', 7_000)).toBe(5_000);
  expect(monologueBegin(TURNS, 'customer', 3_000)).toBe(5_000);
  expect(monologueBegin(TURNS, 'agent', 2_000)).toBe(13_000);
});

test('turns on both sides of the other one are no row', () => {
  expect(monologueBegin(TURNS, 'agent', 15_000)).toBe(0);
});

test('who does not speak has no monologue', () => {
  expect(monologueBegin(TURNS, 'unknown', 1_000)).toBeNull();
});
