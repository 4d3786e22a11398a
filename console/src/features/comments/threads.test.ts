import type { Comment, Turn } from '@/api/types';
import { expect, test } from 'vitest';
import { commentsByTurn, threads } from './threads';

const comment = (id: string, atMillis: number | null, age: number, replyTo: string | null = null): Comment => ({
  id,
  author: 'ada',
  own: true,
  text: id,
  atMillis,
  replyTo,
  createdAt: `2026-11-22T10:00:0${age}Z`,
});
const turn = (beginMillis: number): Turn => ({ participant: 'agent', beginMillis, endMillis: beginMillis + 500, text: '', words: [] });

test('comments come by place, those of the whole contact first, and replies with theirs by age', () => {
  const found = threads([
    comment('late', 9_000, 1),
    comment('second reply', 2_000, 5, 'early'),
    comment('early', 2_000, 2),
    comment('first reply', 2_000, 4, 'early'),
    comment('whole', null, 3),
  ]);
  expect(found.map((thread) => [thread.comment.id, ...thread.replies.map(({ id }) => id)])).toEqual([
    ['whole'],
    ['early', 'first reply', 'second reply'],
    ['late'],
  ]);
});

test('comments at the same place come by age', () => {
  expect(threads([comment('b', 5, 2), comment('a', 5, 1)]).map((thread) => thread.comment.id)).toEqual(['a', 'b']);
});

test('a comment stands in the turn that began last, one before all speech in the first', () => {
  const found = threads([comment('a', 100, 1), comment('b', 3_999, 2), comment('c', 4_000, 3), comment('d', null, 4), comment('e', 4_000, 5, 'c')]);
  expect([...commentsByTurn(found, [turn(1_000), turn(4_000)])]).toEqual([
    [0, 2],
    [1, 2],
  ]);
});
