import { lastAtMost, silences } from '@/shared/turns';
import type { Turn } from '@/api/types';

/** Where playing goes when it does not simply go on. Times are milliseconds; stretches are half-open and sorted. */

export interface Stretch {
  readonly beginMillis: number;
  readonly endMillis: number;
}

export interface Loop {
  readonly beginMillis: number;
  /** Null while only the begin is chosen; nothing is repeated then. */
  readonly endMillis: number | null;
}

/** Shorter ones could not be heard as a repetition, nor caught by the pointer. */
export const SHORTEST_LOOP_MILLIS = 200;

/** Silence is skipped from this length on. */
export const SKIPPED_FROM_MILLIS = 2_000;

/** So much of a skipped silence is left at each end, so that no word is cut. */
export const LEFT_AT_ENDS_MILLIS = 300;

/** A seek costs about as much; going on is smoother. */
const NOT_WORTH_A_JUMP_MILLIS = 100;

/**
 * Where to go from `now`, having been at `before` a moment ago; null to play on. A loop holds only whoever
 * runs into its end: someone who seeks behind it is not pulled back.
 */
export function jumpFrom(before: number, now: number, loop: Loop | null, quiet: readonly Stretch[]): number | null {
  const end = loop?.endMillis ?? Infinity;
  const held = before <= end;
  if (loop && held && now >= end) return loop.beginMillis;
  const stretch = quiet[lastAtMost(quiet, (one) => one.beginMillis, now)];
  if (!stretch || stretch.endMillis - now < NOT_WORTH_A_JUMP_MILLIS) return null;
  if (!loop || !held || stretch.endMillis < end) return stretch.endMillis;
  const wholeLoopIsQuiet = stretch.beginMillis <= loop.beginMillis;
  return wholeLoopIsQuiet ? null : loop.beginMillis;
}

/** A new begin keeps the end if that still lies behind it. */
export function withLoopBegin(loop: Loop | null, millis: number): Loop {
  const end = loop?.endMillis ?? null;
  return { beginMillis: millis, endMillis: end !== null && end - millis >= SHORTEST_LOOP_MILLIS ? end : null };
}

/** Without a begin the loop begins with the recording. An end too close behind its begin, or before it, changes nothing. */
export function withLoopEnd(loop: Loop | null, millis: number): Loop | null {
  const beginMillis = loop?.beginMillis ?? 0;
  return millis - beginMillis >= SHORTEST_LOOP_MILLIS ? { beginMillis, endMillis: millis } : loop;
}

/** What of the silences between turns is worth skipping. */
export function quietBetween(turns: readonly Turn[], durationMillis: number): Stretch[] {
  return trimmed(silences(turns, durationMillis, SKIPPED_FROM_MILLIS));
}

/** Each stretch without what is left at its ends. */
export function trimmed(stretches: readonly Stretch[]): Stretch[] {
  return stretches.map(({ beginMillis, endMillis }) => ({
    beginMillis: beginMillis + LEFT_AT_ENDS_MILLIS,
    endMillis: endMillis - LEFT_AT_ENDS_MILLIS,
  }));
}

export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { beginMillis, endMillis }) => sum + endMillis - beginMillis, 0);
}
