import { useCallback, useSyncExternalStore } from 'react';
import type { MixState } from './channelMix';
import type { Playback, PlaybackState } from './playback';
import type { TimeWindow, View } from './timeWindow';

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

export function useMix(playback: Playback): MixState {
  return useSyncExternalStore(playback.mix.onState, () => playback.mix.state);
}

export function useView(window: TimeWindow): View {
  return useSyncExternalStore(window.onChange, () => window.view);
}

/** Renders again only when what `select` makes of the view changes. */
export function useOfView<T extends string | number | boolean | null>(window: TimeWindow, select: (view: View) => T): T {
  const snapshot = useCallback(() => select(window.view), [window, select]);
  return useSyncExternalStore(window.onChange, snapshot);
}
