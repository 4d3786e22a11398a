import type { Comment, Turn } from '@/api/types';
import { turnAt } from '@/shared/turns';

export interface Thread {
  readonly comment: Comment;
  /** Oldest first. */
  readonly replies: readonly Comment[];
}

/** Comments with their replies, by place in the audio, those of the whole contact first, then by age. */
export function threads(comments: readonly Comment[]): Thread[] {
  const byAge = comments.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
  return byAge
    .filter(({ replyTo }) => replyTo == null)
    .map((comment) => ({ comment, replies: byAge.filter(({ replyTo }) => replyTo === comment.id) }))
    .sort((a, b) => (a.comment.atMillis ?? -1) - (b.comment.atMillis ?? -1));
}

/** How many comments stand in each turn: from its begin up to the next turn's. Replies count with their comment. */
export function commentsByTurn(found: readonly Thread[], turns: readonly Turn[]): Map<number, number> {
  const by = new Map<number, number>();
  for (const { comment, replies } of found) {
    if (comment.atMillis == null || turns.length === 0) continue;
    const turn = Math.max(0, turnAt(turns, comment.atMillis));
    by.set(turn, (by.get(turn) ?? 0) + 1 + replies.length);
  }
  return by;
}
