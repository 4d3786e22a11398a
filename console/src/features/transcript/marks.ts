import type { Analysis, Occurrence, Turn } from '@/api/types';
import { placeNow, wordsWithin } from '@/shared/turns';

/** Something that an analyzer found in a turn. */
export interface Found {
  readonly place: Occurrence;
  /** Null for a key phrase. */
  readonly entityType: string | null;
}

/** What a word belongs to: indices of findings, -1 for none. Words beside each other with the same index are one finding. */
export interface WordMark {
  readonly entity: number;
  readonly phrase: number;
}

/** Entities and key phrases by turn. Those that a corrected turn no longer says are left out. */
export function foundByTurn(turns: readonly Turn[], analysis: Analysis): Map<number, Found[]> {
  const by = new Map<number, Found[]>();
  const add = (text: string, occurrences: readonly Occurrence[], entityType: string | null) => {
    for (const occurrence of occurrences) {
      const place = placeNow(turns, occurrence, text);
      if (!place) continue;
      const list = by.get(place.turn);
      if (list) list.push({ place, entityType });
      else by.set(place.turn, [{ place, entityType }]);
    }
  };
  for (const { text, type, occurrences } of analysis.customEntities ?? []) add(text, occurrences, type);
  for (const { text, occurrences } of analysis.keyPhrases ?? []) add(text, occurrences, null);
  return by;
}

/** One mark per word. Where two findings of a kind overlap, the first keeps the word. */
export function wordMarks(turn: Turn, found: readonly Found[]): WordMark[] {
  const marks = turn.words.map(() => ({ entity: -1, phrase: -1 }));
  found.forEach(({ place, entityType }, index) => {
    const within = wordsWithin(turn, place.beginOffset, place.endOffset);
    if (!within) return;
    const kind = entityType === null ? 'phrase' : 'entity';
    for (const mark of marks.slice(within[0], within[1] + 1)) if (mark[kind] < 0) mark[kind] = index;
  });
  return marks;
}
