import { api } from '@/api/client';
import { useQuery } from '@tanstack/react-query';
import { parseWaveform } from './waveformData';

/** Peaks do not change for a recording, so they are asked for once. */
export function useWaveform(contactId: string, samplesPerPixel: number, ready: boolean) {
  return useQuery({
    queryKey: ['waveform', contactId, samplesPerPixel],
    queryFn: async ({ signal }) => parseWaveform(await api.waveform(contactId, samplesPerPixel, signal)),
    enabled: ready,
    staleTime: Infinity,
    placeholderData: (previous) => previous,
  });
}
