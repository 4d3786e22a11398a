import { api } from '@/api/client';
import type { Recording } from '@/api/types';
import { spanOf, type TimeWindow, type View } from '@/shared/playback/timeWindow';
import { useOfView } from '@/shared/playback/usePlayback';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { samplesPerPixelFor } from './lanes';
import { parseWaveform, type WaveformData } from './waveformData';

export interface Peaks {
  /** As fine as the view needs, or the best there is until those come. */
  readonly wave: WaveformData | null;
  /** As fine as the whole recording needs. */
  readonly overview: WaveformData | null;
  readonly failed: boolean;
}

const BEFORE_MEASURED_PX = 1400;

/** Finer peaks are asked for when someone looks that close, and never again. */
export function usePeaks(
  contactId: string,
  recording: Recording,
  timeWindow: TimeWindow,
  width: number,
  ready: boolean,
): Peaks {
  const { durationMillis, sampleRateHz } = recording;
  const pixels = width || BEFORE_MEASURED_PX;
  const whole = samplesPerPixelFor(durationMillis, sampleRateHz, pixels);
  const levelOf = useCallback(
    (view: View) => samplesPerPixelFor(spanOf(view) || durationMillis, sampleRateHz, pixels),
    [durationMillis, sampleRateHz, pixels],
  );
  const close = useOfView(timeWindow, levelOf);
  const overview = useLevel(contactId, whole, ready);
  const fine = useLevel(contactId, close, ready && overview.data !== undefined);
  return {
    wave: fine.data ?? overview.data ?? null,
    overview: overview.data ?? null,
    failed: overview.error !== null,
  };
}

/** Peaks do not change for a recording, so they are asked for once. */
function useLevel(contactId: string, samplesPerPixel: number, ready: boolean) {
  return useQuery({
    queryKey: ['waveform', contactId, samplesPerPixel],
    queryFn: async ({ signal }) => parseWaveform(await api.waveform(contactId, samplesPerPixel, signal)),
    enabled: ready,
    staleTime: Infinity,
    placeholderData: (previous) => previous,
  });
}
