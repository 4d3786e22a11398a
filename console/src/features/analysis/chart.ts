import type { SentimentAnalysis, SentimentLabel, SentimentScores, Turn } from '@/api/types';
import { balance } from './scores';

/** A place in the chart: x from 0 to 1 of the recording, y from −1 to +1. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly label: SentimentLabel;
  /** Null for a quarter. */
  readonly turn: number | null;
}

/** In the middle of each quarter; null where the side does not speak. */
export function quarterPoints(quarters: readonly (SentimentScores | null)[]): (Point | null)[] {
  return quarters.map(
    (scores, index) =>
      scores && { x: (index + 0.5) / quarters.length, y: balance(scores), label: scores.label, turn: null },
  );
}

/** In the middle of each turn. */
export function turnPoints(sentiment: SentimentAnalysis, turns: readonly Turn[], durationMillis: number): Point[] {
  return sentiment.turns.flatMap((scores) => {
    const turn = turns[scores.turn];
    if (!turn || durationMillis <= 0) return [];
    const x = Math.min(1, (turn.beginMillis + turn.endMillis) / 2 / durationMillis);
    return [{ x, y: balance(scores), label: scores.label, turn: scores.turn }];
  });
}

/** Each y is the mean of its neighbours, so that a long call shows its course and not its noise. Ends have fewer. */
export function smoothed(points: readonly Point[], neighbours: number): Point[] {
  const sums = [0];
  for (const { y } of points) sums.push((sums.at(-1) as number) + y);
  return points.map((point, at) => {
    const from = Math.max(0, at - neighbours);
    const to = Math.min(points.length, at + neighbours + 1);
    return { ...point, y: ((sums[to] as number) - (sums[from] as number)) / (to - from) };
  });
}

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** In pixels; y grows downwards. */
export function place(point: Pick<Point, 'x' | 'y'>, frame: Frame): { x: number; y: number } {
  const inside = Math.min(1, Math.max(-1, point.y));
  return { x: frame.left + point.x * frame.width, y: frame.top + ((1 - inside) / 2) * frame.height };
}

/** An SVG path through the points, broken where one is missing. */
export function linePath(points: readonly (Point | null)[], frame: Frame): string {
  let broken = true;
  return points
    .map((point) => {
      if (!point) {
        broken = true;
        return '';
      }
      const { x, y } = place(point, frame);
      const step = `${broken ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
      broken = false;
      return step;
    })
    .join('');
}

/** The point nearest to this x in pixels; null if there is none. */
export function nearest(points: readonly Point[], x: number, frame: Frame): Point | null {
  let best: Point | null = null;
  let off = Infinity;
  for (const point of points) {
    const distance = Math.abs(place(point, frame).x - x);
    if (distance < off) [best, off] = [point, distance];
  }
  return best;
}
