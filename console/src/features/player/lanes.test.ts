import { expect, test } from 'vitest';
import { axis, bars, columns, gainFor, layout, pieceAt, samplesPerPixelFor, timeToX, xToTime } from './lanes';
import type { WaveformData } from './waveformData';

/** One point is 32 ms: 256 samples at 8 kHz. */
function wave(channels: number, ...points: number[][]): WaveformData {
  return {
    sampleRateHz: 8000,
    samplesPerPixel: 256,
    channels,
    length: points.length,
    peaks: Int8Array.from(points.flat()),
    fullScale: 128,
  };
}

test('time and place are each the other way round, and stay inside', () => {
  expect(timeToX(30_000, 60_000, 600)).toBe(300);
  expect(xToTime(300, 60_000, 600)).toBe(30_000);
  expect(timeToX(99_000, 60_000, 600)).toBe(600);
  expect(xToTime(-3, 60_000, 600)).toBe(0);
  expect(timeToX(5, 0, 600)).toBe(0);
  expect(xToTime(5, 60_000, 0)).toBe(0);
});

test('a column takes the extremes of its own channel over its points', () => {
  const two = wave(2, [-64, 32, -1, 1], [-32, 64, -2, 2], [0, 0, -128, 127], [0, 16, 0, 0]);
  expect(columns(two, 0, 2, 128)).toEqual([
    { min: -0.5, max: 0.5 },
    { min: 0, max: 0.125 },
  ]);
  expect(columns(two, 1, 2, 128)).toEqual([
    { min: -2 / 128, max: 2 / 128 },
    { min: -1, max: 127 / 128 },
  ]);
});

test('more columns than points repeat the points, and leave no hole', () => {
  const one = wave(1, [-64, 64], [-32, 32]);
  expect(columns(one, 0, 4, 64).map((c) => c.max)).toEqual([0.5, 0.5, 0.25, 0.25]);
});

test('columns after the last point are silent', () => {
  const one = wave(1, [-64, 64]);
  expect(columns(one, 0, 2, 64)).toEqual([
    { min: -0.5, max: 0.5 },
    { min: 0, max: 0 },
  ]);
});

test('bars stand on the middle of their lane and are never invisible', () => {
  const silent = { min: 0, max: 0 };
  const loud = { min: -1, max: 0.5 };
  const drawn = bars([loud, silent, silent, silent, silent, silent], { top: 10, height: 40 }, 1);
  expect(drawn).toEqual([
    { x: 0, y: 20, width: 2, height: 30 },
    { x: 3, y: 29.5, width: 2, height: 1 },
  ]);
});

test('bars do not leave their lane when the gain is high', () => {
  const [bar] = bars([{ min: -0.5, max: 0.5 }], { top: 0, height: 40 }, 8);
  expect(bar).toEqual({ x: 0, y: 0, width: 2, height: 40 });
});

test('quiet audio is enlarged, at most eight times, loud audio is left alone', () => {
  expect(gainFor([[{ min: -0.475, max: 0.1 }], [{ min: 0, max: 0.2 }]])).toBe(2);
  expect(gainFor([[{ min: 0, max: 0.001 }]])).toBe(8);
  expect(gainFor([[{ min: -1, max: 1 }]])).toBe(1);
  expect(gainFor([[{ min: 0, max: 0 }]])).toBe(1);
});

test('the axis has labels at round times with room between them', () => {
  const labels = axis(60_000, 600).filter((t) => t.labelled);
  expect(labels.map((t) => t.millis)).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000]);
  expect(labels[1]?.x).toBe(100);
  const twoHours = axis(7_200_000, 1400).filter((t) => t.labelled);
  expect(twoHours.map((t) => t.millis / 60_000)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]);
  expect(axis(0, 600)).toEqual([]);
});

test('lanes, strips and axis lie below each other without overlap', () => {
  const { lanes, strips, axis: foot } = layout(178, 2);
  expect(lanes).toEqual([
    { top: 2, height: 62 },
    { top: 82, height: 62 },
  ]);
  expect(strips[0]).toEqual({ top: 66, height: 12 });
  expect(foot).toEqual({ top: 160, height: 18 });
});

test('the piece under the pointer is the last one that covers it', () => {
  const pieces = [
    { beginMillis: 0, endMillis: 10_000 },
    { beginMillis: 2_000, endMillis: 3_000 },
  ];
  expect(pieceAt(pieces, 2_500)).toBe(1);
  expect(pieceAt(pieces, 3_000)).toBe(0);
  expect(pieceAt(pieces, 10_000)).toBe(-1);
});

test('a long call asks for coarser peaks', () => {
  expect(samplesPerPixelFor(60_000, 8000, 1400)).toBe(256);
  expect(samplesPerPixelFor(7_200_000, 8000, 1400)).toBe(16_384);
  expect(samplesPerPixelFor(600_000, 8000, 1400)).toBe(1024);
});
