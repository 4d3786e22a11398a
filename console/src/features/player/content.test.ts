import type { Conversation, Recording, Turn } from '@/api/types';
import { m } from '@/shared/messages';
import { expect, test } from 'vitest';
import { lanesOf, pausesOf, type WaveformContent } from './content';
import { describe as inWords } from './describe';

const recording = (channels: number, assignment?: Recording['assignment']): Recording => ({
  location: 'a',
  sizeBytes: 1,
  channels,
  sampleRateHz: 8000,
  durationMillis: 60_000,
  swapped: false,
  redacted: false,
  assignment,
});

const turn = (participant: Turn['participant'], beginMillis: number, endMillis: number): Turn => ({
  participant,
  beginMillis,
  endMillis,
  text: 'x',
  words: [],
});

test('the customer is above, on whichever audio channel', () => {
  expect(lanesOf(recording(2, ['agent', 'customer']))).toEqual([
    { channel: 1, participant: 'customer' },
    { channel: 0, participant: 'agent' },
  ]);
  expect(lanesOf(recording(2, ['customer', 'agent'])).map((lane) => lane.channel)).toEqual([0, 1]);
});

test('where nobody knows who speaks, channels keep their order; more than two are not drawn', () => {
  expect(lanesOf(recording(3))).toEqual([
    { channel: 0, participant: 'unknown' },
    { channel: 1, participant: 'unknown' },
  ]);
  expect(lanesOf(recording(1))).toHaveLength(1);
});

const TURNS = [turn('customer', 0, 10_000), turn('agent', 8_000, 12_000), turn('customer', 20_000, 21_000)];

test('without the server’s figures silences between turns are shown, none of them as a hold', () => {
  expect(pausesOf(null, TURNS, 21_000)).toEqual([{ beginMillis: 12_000, endMillis: 20_000, hold: false }]);
});

test('with them a silence that fits a hold is one', () => {
  const hold = { beginMillis: 12_000, endMillis: 20_000, hold: true };
  expect(pausesOf({ silences: [hold] } as unknown as Conversation, TURNS, 21_000)).toEqual([hold]);
});

const CONTENT: WaveformContent = {
  durationMillis: 21_000,
  lanes: [],
  merged: false,
  wave: null,
  overview: null,
  turns: TURNS,
  sentiments: [{ turn: 0, label: 'NEGATIVE' }],
  pauses: [{ beginMillis: 12_000, endMillis: 16_000, hold: false }, { beginMillis: 16_000, endMillis: 20_000, hold: true }],
  interruptions: [{ by: 'agent', beginMillis: 8_000, endMillis: 10_000 }],
  hitsMillis: [],
};

test('what lies under the pointer is said in words: who, how, and who interrupts', () => {
  expect(inWords(CONTENT, 5_000)).toBe('Customer, Negative');
  expect(inWords(CONTENT, 8_000)).toBe('Agent interrupts · Customer, Negative · Agent');
  expect(inWords(CONTENT, 10_000)).toBe('Agent');
});

test('silence and hold are told apart, and have a length', () => {
  expect(inWords(CONTENT, 12_000)).toBe(m.player.silence('4.0 s'));
  expect(inWords(CONTENT, 16_000)).toBe(m.player.hold('4.0 s'));
  expect(inWords(CONTENT, 21_000)).toBe('');
});
