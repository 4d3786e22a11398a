import type { Conversation, Turn } from '@/api/types';
import { silences } from '@/shared/turns';

export interface Pause {
  readonly beginMillis: number;
  readonly endMillis: number;
  /** Fits a hold of the contact record. */
  readonly hold: boolean;
}

/** The pauses by the turn that they stand before; those after the last turn under the number of turns. */
export function pausesByTurn(
  turns: readonly Turn[],
  durationMillis: number,
  conversation: Conversation | null,
): Map<number, Pause> {
  const by = new Map<number, Pause>();
  if (turns.length === 0) return by;
  if (!conversation) {
    for (const { beforeTurn, ...silence } of silences(turns, durationMillis)) by.set(beforeTurn, { ...silence, hold: false });
    return by;
  }
  for (const pause of conversation.silences) {
    const before = turns.findIndex((turn) => turn.beginMillis >= pause.endMillis);
    by.set(before < 0 ? turns.length : before, pause);
  }
  return by;
}
