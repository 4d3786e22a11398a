import type { Turn } from '@/api/types';
import type { Search } from '@/features/transcript/TranscriptPanel';
import { search as searchTurns } from '@/shared/turns';
import { useDeferredValue, useMemo, useState } from 'react';

/** Hits of the query in the turns, and the one that the person is at. `moved` when that is another. */
export function useTranscriptSearch(
  turns: readonly Turn[],
  query: string,
  setQuery: (query: string) => void,
  moved: () => void,
): Search {
  // Letters appear as they are typed, whatever the search takes.
  const sought = useDeferredValue(query);
  const hits = useMemo(() => searchTurns(turns, sought), [turns, sought]);
  const [current, setCurrent] = useState(0);
  return {
    query,
    hits,
    current: Math.min(current, Math.max(0, hits.length - 1)),
    onQuery: (text) => {
      setCurrent(0);
      moved();
      setQuery(text);
    },
    onStep: (direction) => {
      moved();
      if (hits.length > 0) setCurrent((current + direction + hits.length) % hits.length);
    },
  };
}
