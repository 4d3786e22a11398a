import type { BulkAction } from '@/api/types';
import { expect, test } from 'vitest';
import { doneIn, withAction, worthShowing } from './bulkActions';

const NOW = new Date('2026-11-22T12:00:00Z');
const action = (id: string, change: Partial<BulkAction> = {}): BulkAction => ({
  id,
  action: 'delete',
  state: 'running',
  total: 10,
  done: 0,
  failed: 0,
  problems: [],
  createdAt: '2026-11-22T11:00:00Z',
  undoable: true,
  ...change,
});

test('an action takes its newest state in its place; a new one comes first', () => {
  const actions = withAction([action('a'), action('b')], action('b', { done: 4 }));
  expect(actions.map(({ id, done }) => `${id}${done}`)).toEqual(['a0', 'b4']);
  expect(withAction(actions, action('c')).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('an answer that comes late does not set an action back', () => {
  const complete = [action('a', { state: 'complete', done: 10 })];
  expect(withAction(complete, action('a', { done: 7 }))).toEqual(complete);
  expect(withAction([action('a', { done: 5 })], action('a', { done: 4 }))[0]?.done).toBe(5);
  expect(withAction(complete, action('a', { state: 'undone' }))[0]?.state).toBe('undone');
});

test('what goes on is shown even if it was closed; what ended, for ten minutes or until it is closed', () => {
  const ended = (id: string, endedAt: string) => action(id, { state: 'complete', endedAt });
  const actions = [action('on'), ended('late', '2026-11-22T11:51:00Z'), ended('old', '2026-11-22T11:49:00Z')];
  const shown = (...closed: string[]) => worthShowing(actions, new Set(closed), NOW).map(({ id }) => id);
  expect(shown()).toEqual(['on', 'late']);
  expect(shown('on', 'late')).toEqual(['on']);
});

test('an end and an undoing change the list, progress does not', () => {
  const before = doneIn([action('a')]);
  expect(doneIn([action('a', { done: 3 })])).toBe(before);
  const end = doneIn([action('a', { state: 'complete' })]);
  expect(end).not.toBe(before);
  expect(doneIn([action('a', { state: 'undone' })])).not.toBe(end);
});
