import { lastAtMost } from '@/shared/turns';
import type { WaveformData } from './waveformData';

/** All arithmetic of the waveform picture. Pixels are CSS pixels; times are milliseconds. */

export interface Column {
  /** In [-1, 1]. */
  readonly min: number;
  readonly max: number;
}

export interface Lane {
  readonly top: number;
  readonly height: number;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Tick {
  readonly millis: number;
  readonly x: number;
  readonly labelled: boolean;
}

export function timeToX(millis: number, durationMillis: number, width: number): number {
  if (durationMillis <= 0) return 0;
  return (Math.min(Math.max(millis, 0), durationMillis) / durationMillis) * width;
}

export function xToTime(x: number, durationMillis: number, width: number): number {
  if (width <= 0) return 0;
  return (Math.min(Math.max(x, 0), width) / width) * durationMillis;
}

/**
 * Lowest and highest of each pixel column over the whole duration. A recording longer than its peaks
 * has silent columns at the end. Louder of the two neighbours wins where columns share a point.
 */
export function columns(wave: WaveformData, channel: number, width: number, durationMillis: number): Column[] {
  const pointsPerMilli = wave.sampleRateHz / wave.samplesPerPixel / 1000;
  const pointsPerColumn = width > 0 ? (durationMillis * pointsPerMilli) / width : 0;
  return Array.from({ length: Math.max(0, Math.floor(width)) }, (_, x) => {
    const from = Math.floor(x * pointsPerColumn);
    const to = Math.min(wave.length, Math.max(from + 1, Math.ceil((x + 1) * pointsPerColumn)));
    return extremes(wave, channel, from, to);
  });
}

function extremes(wave: WaveformData, channel: number, from: number, to: number): Column {
  let min = 0;
  let max = 0;
  for (let point = from; point < to; point++) {
    const at = (point * wave.channels + channel) * 2;
    min = Math.min(min, wave.peaks[at] ?? 0);
    max = Math.max(max, wave.peaks[at + 1] ?? 0);
  }
  return { min: min / wave.fullScale, max: max / wave.fullScale };
}

/** Bars of `bar` px with `gap` px between: each takes the extremes of the columns below it. At least 1 px high. */
export function bars(all: readonly Column[], lane: Lane, gain: number, bar = 2, gap = 1): Bar[] {
  const middle = lane.top + lane.height / 2;
  const half = lane.height / 2;
  const drawn: Bar[] = [];
  for (let x = 0; x < all.length; x += bar + gap) {
    let min = 0;
    let max = 0;
    for (const column of all.slice(x, x + bar + gap)) {
      min = Math.min(min, column.min);
      max = Math.max(max, column.max);
    }
    const up = Math.min(1, max * gain) * half;
    const down = Math.min(1, -min * gain) * half;
    const height = Math.max(1, up + down);
    drawn.push({ x, y: middle - Math.max(up, 0.5), width: bar, height });
  }
  return drawn;
}

/** Quiet telephone audio is shown larger, up to eight times, the same for all lanes; never smaller. */
export function gainFor(lanes: readonly (readonly Column[])[]): number {
  let loudest = 0;
  for (const lane of lanes) for (const { min, max } of lane) loudest = Math.max(loudest, -min, max);
  if (loudest === 0) return 1;
  return Math.min(8, Math.max(1, 0.95 / loudest));
}

const STEPS_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];
const LABEL_WIDTH = 72;

/** Labels at round times, at least 72 px apart, and four smaller ticks between (none under a second). */
export function axis(durationMillis: number, width: number): Tick[] {
  if (durationMillis <= 0 || width <= 0) return [];
  const room = Math.max(1, Math.floor(width / LABEL_WIDTH));
  const step = STEPS_SECONDS.find((s) => durationMillis / 1000 / s <= room) ?? 7200;
  const minor = step % 5 === 0 ? step / 5 : step;
  const ticks: Tick[] = [];
  for (let second = 0; second * 1000 <= durationMillis; second += minor) {
    const millis = second * 1000;
    ticks.push({ millis, x: timeToX(millis, durationMillis, width), labelled: second % step === 0 });
  }
  return ticks;
}

/** Lanes from the top, each with a strip for sentiment under it, and the axis at the foot. */
export interface Layout {
  readonly lanes: readonly Lane[];
  readonly strips: readonly Lane[];
  readonly axis: Lane;
}

export const STRIP_HEIGHT = 12;
export const AXIS_HEIGHT = 18;

export function layout(height: number, laneCount: number): Layout {
  const room = Math.max(0, height - AXIS_HEIGHT);
  const each = laneCount > 0 ? room / laneCount : room;
  const lanes = Array.from({ length: laneCount }, (_, i) => ({
    top: i * each + 2,
    height: Math.max(1, each - STRIP_HEIGHT - 6),
  }));
  const strips = lanes.map((lane) => ({ top: lane.top + lane.height + 2, height: STRIP_HEIGHT }));
  return { lanes, strips, axis: { top: room, height: AXIS_HEIGHT } };
}

/** The last of the sorted, possibly overlapping pieces that covers this time; -1 if none does. */
export function pieceAt(pieces: readonly { beginMillis: number; endMillis: number }[], millis: number): number {
  for (let i = lastAtMost(pieces, (piece) => piece.beginMillis, millis); i >= 0; i--) {
    if ((pieces[i]?.endMillis ?? 0) > millis) return i;
  }
  return -1;
}

/** The zoom level to ask the server for: the finest with at most four points a pixel, else the coarsest. */
export function samplesPerPixelFor(durationMillis: number, sampleRateHz: number, width: number): number {
  const levels = [256, 1024, 4096, 16_384];
  const perPixel = width > 0 ? (durationMillis * sampleRateHz) / 1000 / width : 0;
  return levels.find((level) => perPixel / level <= 4) ?? 16_384;
}
