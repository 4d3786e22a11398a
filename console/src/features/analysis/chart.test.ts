import type { SentimentScores, Turn } from '@/api/types';
import { expect, test } from 'vitest';
import { linePath, nearest, place, quarterPoints, smoothed, turnPoints, type Point } from './chart';

const FRAME = { left: 10, top: 20, width: 200, height: 100 };
const scores = (positive: number, negative: number): SentimentScores => ({ label: 'MIXED', positive, negative, neutral: 0, mixed: 0 });
const at = (x: number, y: number): Point => ({ x, y, label: 'NEUTRAL', turn: 0 });
const turn = (beginMillis: number, endMillis: number): Turn => ({ participant: 'agent', beginMillis, endMillis, text: '', words: [] });

test('a quarter stands in its middle, and a silent one is left out of the line', () => {
  const points = quarterPoints([scores(1, 0), null, scores(0, 1), scores(0, 0)]);
  expect(points.map((point) => point && [point.x, point.y])).toEqual([[0.125, 1], null, [0.625, -1], [0.875, 0]]);
  expect(linePath(points, FRAME)).toBe('M35.0 20.0M135.0 120.0L185.0 70.0');
});

test('a turn stands in its middle, one that is not in the transcript nowhere', () => {
  const sentiment = { overall: null, quarters: [], turns: [{ ...scores(0.5, 0), turn: 1 }, { ...scores(1, 0), turn: 7 }] };
  expect(turnPoints(sentiment, [turn(0, 1), turn(2_000, 4_000)], 10_000)).toEqual([{ x: 0.3, y: 0.5, label: 'MIXED', turn: 1 }]);
});

test('a score beyond the scale stays in the frame', () => {
  expect(place({ x: 0, y: 3 }, FRAME)).toEqual({ x: 10, y: 20 });
  expect(place({ x: 1, y: -3 }, FRAME)).toEqual({ x: 210, y: 120 });
});

test('smoothing takes the mean of the neighbours that are there', () => {
  expect(smoothed([at(0, 0), at(0.1, 3), at(0.2, 6), at(0.3, 1)], 1).map(({ y }) => y)).toEqual([1.5, 3, 10 / 3, 3.5]);
  expect(smoothed([], 2)).toEqual([]);
});

test('the nearest point is found by its place across', () => {
  expect(nearest([at(0, 0), at(0.5, 1)], 70, FRAME)?.x).toBe(0.5);
  expect(nearest([at(0, 0), at(0.5, 1)], 50, FRAME)?.x).toBe(0);
  expect(nearest([], 50, FRAME)).toBeNull();
});
