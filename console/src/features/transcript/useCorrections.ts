import { api } from '@/api/client';
import type { Transcript, Turn } from '@/api/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

interface Wording {
  readonly turn: number;
  /** Null takes back all corrections. */
  readonly text: string | null;
  /** What the author saw. */
  readonly expected: string;
}

export function useCorrectTurn(contactId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ turn, text, expected }: Wording) => api.correctTurn(contactId, turn, text, expected),
    onSuccess: (corrected, { turn }) => {
      queries.setQueriesData<Transcript>({ queryKey: ['transcript', contactId] }, (known) => known && withTurn(known, turn, corrected));
      void queries.invalidateQueries({ queryKey: ['history', contactId, turn] });
      void queries.invalidateQueries({ queryKey: ['contact', contactId] });
    },
    // Another person may have corrected the turn meanwhile.
    onError: () => void queries.invalidateQueries({ queryKey: ['transcript', contactId] }),
  });
}

function withTurn(transcript: Transcript, index: number, turn: Turn): Transcript {
  return { ...transcript, turns: transcript.turns.with(index, turn) };
}

export function useTurnHistory(contactId: string, turn: number) {
  return useQuery({
    queryKey: ['history', contactId, turn],
    queryFn: ({ signal }) => api.turnHistory(contactId, turn, signal),
  });
}
