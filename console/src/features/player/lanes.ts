import { spanOf, type View } from '@/shared/playback/timeWindow';
import type { Stretch } from '@/shared/playback/course';
import type { WaveformData } from './waveformData';

/** All arithmetic of the waveform picture. Pixels are CSS pixels; times are milliseconds. */

/** Left and right of what a bar stands for, in pixels from the left of the view, and its extremes in [-1, 1]. */
export interface Bar {
  readonly x: number;
  readonly min: number;
  readonly max: number;
}

/** A horizontal strip of the picture. */
export interface Band {
  readonly top: number;
  readonly height: number;
}

export interface Tick {
  readonly millis: number;
  readonly x: number;
  readonly labelled: boolean;
}

/** Outside the view the place is left of 0 or right of `width`. */
export function timeToX(millis: number, view: View, width: number): number {
  const span = spanOf(view);
  return span > 0 ? ((millis - view.beginMillis) / span) * width : 0;
}

/** A pointer beside the picture counts as at its edge. */
export function xToTime(x: number, view: View, width: number): number {
  if (width <= 0) return view.beginMillis;
  return view.beginMillis + (Math.min(Math.max(x, 0), width) / width) * spanOf(view);
}

export const BAR_WIDTH = 2;
const BAR_STEP = 3;

/**
 * Bars 3 px apart over the view. Each stands for a whole multiple of its own length in time, so that a
 * picture that is moved keeps its bars instead of flickering. Beyond the last peak there are none.
 */
export function bars(wave: WaveformData, channel: number, view: View, width: number): Bar[] {
  const span = spanOf(view);
  if (width <= 0 || span <= 0) return [];
  const barMillis = (BAR_STEP * span) / width;
  const pointsPerBar = (barMillis * wave.sampleRateHz) / wave.samplesPerPixel / 1000;
  const made: Bar[] = [];
  const last = Math.ceil(view.endMillis / barMillis);
  for (let index = Math.floor(view.beginMillis / barMillis); index < last; index++) {
    const from = Math.floor(index * pointsPerBar);
    if (from >= wave.length) break;
    const to = Math.min(wave.length, Math.max(from + 1, Math.ceil((index + 1) * pointsPerBar)));
    made.push(extremes(wave, channel, from, to, timeToX(index * barMillis, view, width)));
  }
  return made;
}

function extremes(wave: WaveformData, channel: number, from: number, to: number, x: number): Bar {
  const { peaks, channels } = wave;
  let min = 0;
  let max = 0;
  for (let at = (from * channels + channel) * 2; at < to * channels * 2; at += channels * 2) {
    min = Math.min(min, peaks[at] ?? 0);
    max = Math.max(max, peaks[at + 1] ?? 0);
  }
  return { x, min: min / wave.fullScale, max: max / wave.fullScale };
}

const gains = new WeakMap<WaveformData, number>();

/**
 * Quiet telephone audio is shown larger, up to eight times, the same for all lanes and at every zoom;
 * never smaller.
 */
export function gainOf(wave: WaveformData): number {
  const known = gains.get(wave);
  if (known !== undefined) return known;
  let loudest = 0;
  for (const peak of wave.peaks) loudest = Math.max(loudest, peak, -peak);
  const gain = loudest === 0 ? 1 : Math.min(8, Math.max(1, (0.95 * wave.fullScale) / loudest));
  gains.set(wave, gain);
  return gain;
}

/** Where one participant's wave is drawn: up and down from `base`, by so many pixels at full scale. */
export interface Lane extends Band {
  readonly base: number;
  readonly up: number;
  readonly down: number;
  readonly strip: Band;
}

/** Top and height of a bar, never invisible and never outside its lane. */
export function barBand(bar: Bar, lane: Lane, gain: number): Band {
  const both = lane.up > 0 && lane.down > 0;
  const loudest = Math.max(bar.max, -bar.min);
  const up = Math.min(1, (both ? bar.max : loudest) * gain) * lane.up;
  const down = Math.min(1, (both ? -bar.min : loudest) * gain) * lane.down;
  const height = Math.max(1, up + down);
  return { top: lane.base - (lane.up > 0 ? Math.max(up, height - down) : 0), height };
}

/** Lanes from the top, each with a strip for sentiment, and the axis at the foot. */
export interface Layout {
  readonly lanes: readonly Lane[];
  readonly axis: Band;
}

export const STRIP_HEIGHT = 12;
export const AXIS_HEIGHT = 18;

/** Each lane has its wave on both sides of its middle and its strip below. */
export function stacked(height: number, laneCount: number): Layout {
  const room = Math.max(0, height - AXIS_HEIGHT);
  const each = laneCount > 0 ? room / laneCount : room;
  const lanes = Array.from({ length: laneCount }, (_, index) => {
    const top = index * each + 2;
    const own = Math.max(1, each - STRIP_HEIGHT - 6);
    return {
      top,
      height: own,
      base: top + own / 2,
      up: own / 2,
      down: own / 2,
      strip: { top: top + own + 2, height: STRIP_HEIGHT },
    };
  });
  return { lanes, axis: { top: room, height: AXIS_HEIGHT } };
}

/** Two lanes in the room of one: the first stands on the common line, the second hangs from it. */
export function mirrored(height: number, stripHeight: number, axisHeight: number): Layout {
  const room = Math.max(0, height - axisHeight);
  const gap = stripHeight > 0 ? 2 : 0;
  const own = Math.max(1, room / 2 - stripHeight - gap);
  const base = room / 2;
  return {
    lanes: [
      { top: base - own, height: own, base, up: own, down: 0, strip: { top: 0, height: stripHeight } },
      { top: base, height: own, base, up: 0, down: own, strip: { top: room - stripHeight, height: stripHeight } },
    ],
    axis: { top: room, height: axisHeight },
  };
}

const STEPS_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];
const LABEL_WIDTH = 72;

/** Labels at round times, at least 72 px apart, and four smaller ticks between (none under a second). */
export function axis(view: View, width: number): Tick[] {
  const span = spanOf(view);
  if (span <= 0 || width <= 0) return [];
  const room = Math.max(1, Math.floor(width / LABEL_WIDTH));
  const step = STEPS_SECONDS.find((seconds) => span / 1000 / seconds <= room) ?? 7200;
  const minor = step % 5 === 0 ? step / 5 : step;
  const ticks: Tick[] = [];
  // From the labelled one before the view, whose label may reach into it.
  for (let second = Math.floor(view.beginMillis / 1000 / step) * step; second * 1000 <= view.endMillis; second += minor) {
    ticks.push({ millis: second * 1000, x: timeToX(second * 1000, view, width), labelled: second % step === 0 });
  }
  return ticks;
}

export const LEVELS = [256, 1024, 4096, 16_384] as const;
const COARSEST = 16_384;

/** The zoom level to ask the server for: the finest with at most four points a pixel, else the coarsest. */
export function samplesPerPixelFor(spanMillis: number, sampleRateHz: number, width: number): number {
  const perPixel = width > 0 ? (spanMillis * sampleRateHz) / 1000 / width : 0;
  return LEVELS.find((level) => perPixel / level <= 4) ?? COARSEST;
}

/** Below this share of full scale, with the gain on top, a channel counts as quiet. */
const QUIET_SHARE = 0.02;

/** Stretches of at least `atLeastMillis` in which no channel is loud: silence, where nobody wrote down who speaks when. */
export function quietStretches(wave: WaveformData, atLeastMillis: number): Stretch[] {
  const { peaks, length, channels, fullScale } = wave;
  const millisPerPoint = (wave.samplesPerPixel * 1000) / wave.sampleRateHz;
  const limit = (QUIET_SHARE * fullScale) / gainOf(wave);
  const found: Stretch[] = [];
  let begin = 0;
  const end = (point: number) => {
    if ((point - begin) * millisPerPoint >= atLeastMillis) {
      found.push({ beginMillis: begin * millisPerPoint, endMillis: point * millisPerPoint });
    }
    begin = point + 1;
  };
  for (let point = 0; point < length; point++) {
    const from = point * channels * 2;
    for (let at = from; at < from + channels * 2; at++) {
      if (Math.abs(peaks[at] ?? 0) > limit) {
        end(point);
        break;
      }
    }
  }
  end(length);
  return found;
}

/** The places that fall into the view, and a little beside it, so that half a mark at the edge is seen. */
export function inSight(millis: number, view: View): boolean {
  const margin = spanOf(view) * 0.005;
  return millis >= view.beginMillis - margin && millis <= view.endMillis + margin;
}

/** One notch of a mouse wheel is about 100 px; a pinch on a touchpad comes as Ctrl with far smaller steps. */
export function wheelFactor(deltaPixels: number, pinch: boolean): number {
  const capped = Math.min(Math.max(deltaPixels, -240), 240);
  return Math.exp(capped * (pinch ? 0.01 : 0.002));
}

/** Wheels count pixels, lines (as Firefox does) or pages. */
export function wheelPixels(delta: number, mode: number, pagePixels: number): number {
  if (mode === 1) return delta * 32;
  return mode === 2 ? delta * pagePixels : delta;
}
