import { expect, test } from 'vitest';
import {
  axis,
  barBand,
  bars,
  gainOf,
  inSight,
  mirrored,
  quietStretches,
  samplesPerPixelFor,
  stacked,
  timeToX,
  wheelFactor,
  wheelPixels,
  xToTime,
} from './lanes';
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

const view = (beginMillis: number, endMillis: number) => ({ beginMillis, endMillis });

test('time and place are each the other way round', () => {
  expect(timeToX(30_000, view(0, 60_000), 600)).toBe(300);
  expect(timeToX(30_000, view(20_000, 40_000), 600)).toBe(300);
  expect(timeToX(10_000, view(20_000, 40_000), 600)).toBe(-300);
  expect(xToTime(300, view(20_000, 40_000), 600)).toBe(30_000);
  expect(timeToX(5, view(0, 0), 600)).toBe(0);
});

test('a pointer beside the picture is at its edge', () => {
  expect(xToTime(-3, view(20_000, 40_000), 600)).toBe(20_000);
  expect(xToTime(603, view(20_000, 40_000), 600)).toBe(40_000);
  expect(xToTime(5, view(20_000, 40_000), 0)).toBe(20_000);
});

test('a bar takes the extremes of its own channel over its points', () => {
  const two = wave(2, [-64, 32, -1, 1], [-32, 64, -2, 2], [0, 0, -128, 127], [0, 16, 0, 0]);
  expect(bars(two, 0, view(0, 128), 6)).toEqual([
    { x: 0, min: -0.5, max: 0.5 },
    { x: 3, min: 0, max: 0.125 },
  ]);
  expect(bars(two, 1, view(0, 128), 6)).toEqual([
    { x: 0, min: -2 / 128, max: 2 / 128 },
    { x: 3, min: -1, max: 127 / 128 },
  ]);
});

test('more bars than points repeat the points, and leave no hole', () => {
  const one = wave(1, [-64, 64], [-32, 32]);
  expect(bars(one, 0, view(0, 64), 12).map((bar) => bar.max)).toEqual([0.5, 0.5, 0.25, 0.25]);
});

test('there are no bars after the last point', () => {
  expect(bars(wave(1, [-64, 64]), 0, view(0, 64), 6)).toEqual([{ x: 0, min: -0.5, max: 0.5 }]);
});

test('a view that moves keeps its bars', () => {
  const points = Array.from({ length: 100 }, (_, i) => [-i, i]);
  const before = bars(wave(1, ...points), 0, view(0, 1_600), 150);
  const after = bars(wave(1, ...points), 0, view(8, 1_608), 150); // a quarter of a bar later
  expect(after[3]).toEqual({ ...before[3], x: 9 - 0.75 });
  expect(after[0]).toEqual({ ...before[0], x: -0.75 });
});

const LANE = { top: 10, height: 40, base: 30, up: 20, down: 20, strip: { top: 52, height: 12 } };

test('bars stand on the middle of their lane and are never invisible', () => {
  expect(barBand({ x: 0, min: -1, max: 0.5 }, LANE, 1)).toEqual({ top: 20, height: 30 });
  expect(barBand({ x: 0, min: 0, max: 0 }, LANE, 1)).toEqual({ top: 29, height: 1 });
});

test('bars do not leave their lane when the gain is high', () => {
  expect(barBand({ x: 0, min: -0.5, max: 0.5 }, LANE, 8)).toEqual({ top: 10, height: 40 });
});

test('in the room of one lane the first stands and the second hangs, both at their loudest', () => {
  const { lanes, axis: foot } = mirrored(138, 12, 18);
  const [upper, lower] = lanes;
  if (!upper || !lower) throw new Error('two lanes');
  expect(upper).toMatchObject({ base: 60, up: 46, down: 0, strip: { top: 0, height: 12 } });
  expect(lower).toMatchObject({ base: 60, up: 0, down: 46, strip: { top: 108, height: 12 } });
  expect(foot).toEqual({ top: 120, height: 18 });
  expect(barBand({ x: 0, min: -0.5, max: 0.1 }, upper, 1)).toEqual({ top: 37, height: 23 });
  expect(barBand({ x: 0, min: -0.1, max: 0.5 }, lower, 1)).toEqual({ top: 60, height: 23 });
});

test('quiet audio is enlarged, at most eight times, loud audio is left alone', () => {
  expect(gainOf(wave(2, [-60, 10, 0, 20]))).toBeCloseTo((0.95 * 128) / 60);
  expect(gainOf(wave(1, [0, 1]))).toBe(8);
  expect(gainOf(wave(1, [-128, 127]))).toBe(1);
  expect(gainOf(wave(1, [0, 0]))).toBe(1);
});

test('the axis has labels at round times with room between them', () => {
  const labels = axis(view(0, 60_000), 600).filter((tick) => tick.labelled);
  expect(labels.map((tick) => tick.millis)).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000]);
  expect(labels[1]?.x).toBe(100);
  const twoHours = axis(view(0, 7_200_000), 1400).filter((tick) => tick.labelled);
  expect(twoHours.map((tick) => tick.millis / 60_000)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]);
  expect(axis(view(0, 0), 600)).toEqual([]);
});

test('closer, the axis begins with the label before the view', () => {
  const labels = axis(view(3_601_500, 3_611_500), 720).filter((tick) => tick.labelled);
  expect(labels.slice(0, 2).map((tick) => tick.millis)).toEqual([3_601_000, 3_602_000]);
  expect(labels[0]?.x).toBe(-36);
});

test('lanes, strips and axis lie below each other without overlap', () => {
  const { lanes, axis: foot } = stacked(178, 2);
  expect(lanes).toEqual([
    { top: 2, height: 62, base: 33, up: 31, down: 31, strip: { top: 66, height: 12 } },
    { top: 82, height: 62, base: 113, up: 31, down: 31, strip: { top: 146, height: 12 } },
  ]);
  expect(foot).toEqual({ top: 160, height: 18 });
});

test('a long view asks for coarser peaks, a close one for finer', () => {
  expect(samplesPerPixelFor(60_000, 8000, 1400)).toBe(256);
  expect(samplesPerPixelFor(7_200_000, 8000, 1400)).toBe(16_384);
  expect(samplesPerPixelFor(600_000, 8000, 1400)).toBe(1024);
});

test('silence is where no channel is loud for long enough', () => {
  const loud = [-100, 100];
  const quiet = [-2, 2]; // 1.6 % of full scale
  const silent = Array.from({ length: 3 }, () => [...quiet, ...quiet]);
  const points = [[...quiet, ...loud], ...silent, [...loud, ...quiet], ...silent.slice(1)];
  expect(quietStretches(wave(2, ...points), 96)).toEqual([{ beginMillis: 32, endMillis: 128 }]);
  expect(quietStretches(wave(2, ...points), 64)).toEqual([
    { beginMillis: 32, endMillis: 128 },
    { beginMillis: 160, endMillis: 224 },
  ]);
});

test('marks just beside the view are drawn still', () => {
  expect(inSight(19_900, view(20_000, 40_000))).toBe(true);
  expect(inSight(19_899, view(20_000, 40_000))).toBe(false);
  expect(inSight(40_101, view(20_000, 40_000))).toBe(false);
});

test('turning the wheel towards oneself zooms out, a wild turn no more than a strong one', () => {
  expect(wheelFactor(100, false)).toBeCloseTo(1.22, 2);
  expect(wheelFactor(-100, false)).toBeCloseTo(1 / 1.22, 2);
  expect(wheelFactor(10, true)).toBeCloseTo(1.105, 3);
  expect(wheelFactor(9_000, false)).toBe(wheelFactor(240, false));
  expect([wheelPixels(3, 0, 500), wheelPixels(3, 1, 500), wheelPixels(1, 2, 500)]).toEqual([3, 96, 500]);
});
