import type { Occurrence, Participant, Turn, Word } from '@/api/types';

/** A pause this long gets a line of its own in the transcript and a band on the waveform. */
export const SILENCE_MILLIS = 3_000;

/** Below this an engine's word is marked as doubtful. */
export const LOW_CONFIDENCE = 0.6;

export interface Silence {
  readonly beginMillis: number;
  readonly endMillis: number;
  /** Index of the turn that ends the silence; the number of turns if the recording ends first. */
  readonly beforeTurn: number;
}

/** Last index whose value is at most `limit`, -1 if there is none. `values` ascend. */
export function lastAtMost<T>(items: readonly T[], value: (item: T) => number, limit: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value(items[middle] as T) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The turn that began last at or before this time; -1 before the first. Turns are sorted by begin. */
export function turnAt(turns: readonly Turn[], millis: number): number {
  return lastAtMost(turns, (turn) => turn.beginMillis, millis);
}

/** The word being said: [begin, end). Between words the one just said; -1 before the first and after the turn. */
export function wordAt(turn: Turn, millis: number): number {
  if (millis >= turn.endMillis) return -1;
  return lastAtMost(turn.words, (word) => word.beginMillis, millis);
}

/** Where "previous turn" goes: the begin of this turn, or of the one before if this one began under 1.5 s ago. */
export function previousTurnMillis(turns: readonly Turn[], millis: number): number {
  const index = turnAt(turns, millis);
  const turn = turns[index];
  if (!turn) return 0;
  if (millis - turn.beginMillis >= 1_500) return turn.beginMillis;
  return turns[index - 1]?.beginMillis ?? 0;
}

/** Null after the last turn began. */
export function nextTurnMillis(turns: readonly Turn[], millis: number): number | null {
  return turns[turnAt(turns, millis) + 1]?.beginMillis ?? null;
}

export function turnsOf(turns: readonly Turn[], participant: Participant): Turn[] {
  return turns.filter((turn) => turn.participant === participant);
}

/** Stretches of at least `atLeastMillis` in which nobody speaks, before, between and after turns. */
export function silences(turns: readonly Turn[], durationMillis: number, atLeastMillis = SILENCE_MILLIS): Silence[] {
  const found: Silence[] = [];
  let spokenUntil = 0;
  const note = (beginMillis: number, endMillis: number, beforeTurn: number) => {
    if (endMillis - beginMillis >= atLeastMillis) found.push({ beginMillis, endMillis, beforeTurn });
  };
  turns.forEach((turn, index) => {
    note(spokenUntil, turn.beginMillis, index);
    spokenUntil = Math.max(spokenUntil, turn.endMillis);
  });
  if (turns.length > 0) note(spokenUntil, durationMillis, turns.length);
  return found;
}

/** Where each word begins in the turn's text. A word that the text lacks gets the place after the last one found. */
export function wordOffsets(turn: Turn): number[] {
  let from = 0;
  return turn.words.map((word) => {
    const at = turn.text.indexOf(word.text, from);
    if (at < 0) return from;
    from = at + word.text.length;
    return at;
  });
}

/** First and last word (both inclusive) that [beginOffset, endOffset) of the turn's text touches; null if none. */
export function wordsWithin(turn: Turn, beginOffset: number, endOffset: number): [number, number] | null {
  const offsets = wordOffsets(turn);
  let first = -1;
  let last = -1;
  turn.words.forEach((word, index) => {
    const begin = offsets[index] as number;
    if (begin < endOffset && begin + word.text.length > beginOffset) {
      if (first < 0) first = index;
      last = index;
    }
  });
  return first < 0 ? null : [first, last];
}

/**
 * Where `text` stands now: at its place, else where it first stands in that turn, since a person may have
 * corrected the turn after it was analysed. Null if the turn no longer says it. Case is ignored.
 */
export function placeNow(turns: readonly Turn[], place: Occurrence, text: string): Occurrence | null {
  const said = turns[place.turn]?.text.toLowerCase();
  if (said === undefined) return null;
  const wanted = text.toLowerCase();
  if (said.slice(place.beginOffset, place.endOffset) === wanted) return place;
  const at = said.indexOf(wanted);
  return at < 0 ? null : { turn: place.turn, beginOffset: at, endOffset: at + wanted.length };
}

/** When the occurrence is said; the begin of its turn if the words have no times. Null if the turn is not there. */
export function occurrenceMillis(turns: readonly Turn[], occurrence: Occurrence): number | null {
  const turn = turns[occurrence.turn];
  if (!turn) return null;
  const within = wordsWithin(turn, occurrence.beginOffset, occurrence.endOffset);
  const word: Word | undefined = within ? turn.words[within[0]] : undefined;
  return word?.beginMillis ?? turn.beginMillis;
}

/** Every place where `query` is said, ignoring case, by time. None for a blank query. */
export function search(turns: readonly Turn[], query: string): Occurrence[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  const hits: Occurrence[] = [];
  turns.forEach(({ text }, turn) => {
    const heard = text.toLowerCase();
    // A few letters change their length in lower case; the places would be off, so compare as written.
    const body = heard.length === text.length ? heard : text;
    for (let at = body.indexOf(wanted); at >= 0; at = body.indexOf(wanted, at + wanted.length)) {
      hits.push({ turn, beginOffset: at, endOffset: at + wanted.length });
    }
  });
  return hits;
}
