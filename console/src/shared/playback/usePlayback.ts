import { useCallback, useSyncExternalStore } from 'react';
import type { Playback, PlaybackState } from './playback';

export function usePlaybackState(playback: Playback): PlaybackState {
  return useSyncExternalStore(playback.onState, () => playback.state);
}

/** Renders again only when what `select` makes of the time changes, not on every frame. */
export function usePlaybackTime<T extends string | number | boolean | null>(
  playback: Playback,
  select: (timeMillis: number) => T,
): T {
  const snapshot = useCallback(() => select(playback.timeMillis), [playback, select]);
  return useSyncExternalStore(playback.onTime, snapshot);
}
