import type { ContactSummary } from '@/api/types';
import { expect, test } from 'vitest';
import { adopt, reconcile } from './reconcile';

const contact = (contactId: string, state: ContactSummary['state'] = 'complete'): ContactSummary => ({
  name: `CCA ${contactId}`,
  contactId,
  state,
});
const ids = (rows: readonly ContactSummary[]) => rows.map((row) => row.contactId).join('');

test('rows stay where they are and take their newest values', () => {
  const { rows, arrived, left } = reconcile(
    [contact('b', 'running'), contact('a')],
    [contact('c'), contact('b', 'complete'), contact('a')],
    true,
  );
  expect(ids(rows)).toBe('ba');
  expect(rows[0]?.state).toBe('complete');
  expect([arrived, left]).toEqual([1, 0]);
});

test('a row that the whole view lacks has left it', () => {
  expect(reconcile([contact('b'), contact('a')], [contact('b')], true).left).toBe(1);
});

test('a row after the end of a partial answer has not left', () => {
  expect(reconcile([contact('c'), contact('b'), contact('a')], [contact('c'), contact('b')], false).left).toBe(0);
  expect(reconcile([contact('c'), contact('b'), contact('a')], [contact('c'), contact('a')], false).left).toBe(1);
});

test('adopting keeps the rows that were loaded after the answer ends', () => {
  const shown = [contact('c'), contact('b'), contact('a')];
  expect(ids(adopt(shown, [contact('d'), contact('c')], false))).toBe('dcba');
  expect(ids(adopt(shown, [contact('d'), contact('b')], true))).toBe('db');
});
