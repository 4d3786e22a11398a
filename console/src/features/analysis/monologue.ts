import type { Participant, Turn } from '@/api/types';

/**
 * Where a monologue of this length begins: the turn of this side, or the row of its turns that nobody
 * broke into, whose length comes closest. Null if the side has no turn.
 */
export function monologueBegin(turns: readonly Turn[], participant: Participant, lengthMillis: number): number | null {
  let best: { begin: number; off: number } | null = null;
  let rowBegin: number | null = null;
  const consider = (begin: number, end: number) => {
    const off = Math.abs(end - begin - lengthMillis);
    if (best === null || off < best.off) best = { begin, off };
  };
  for (const turn of turns) {
    if (turn.participant !== participant) {
      rowBegin = null;
      continue;
    }
    rowBegin ??= turn.beginMillis;
    consider(turn.beginMillis, turn.endMillis);
    consider(rowBegin, turn.endMillis);
  }
  return (best as { begin: number } | null)?.begin ?? null;
}
