import type { Diagnosis } from '@/api/types';
import { expect, test } from 'vitest';
import { Checkup, type CheckState } from './Checkup';
import { asText, byUrgency, tally } from './report';

const found = (id: string, verdict: Diagnosis['verdict'], cure: string | null = null): Diagnosis => ({
  id,
  title: id.toUpperCase(),
  verdict,
  lookedAt: 'It.',
  found: 'So.',
  cure,
  millis: 3,
});
const state = (id: string, verdict?: Diagnosis['verdict']): CheckState => ({
  id,
  title: id.toUpperCase(),
  stage: 'done',
  diagnosis: verdict ? found(id, verdict) : null,
});

/** A look that answers when it is told to. */
function doctor(ids: string[]) {
  const open = new Map<string, { resolve: (diagnosis: Diagnosis) => void; reject: () => void }>();
  const asked: string[] = [];
  const checkup = new Checkup(
    ids.map((id) => ({ id, title: id })),
    (id) => {
      asked.push(id);
      return new Promise((resolve, reject) => open.set(id, { resolve, reject: () => reject(new Error('away')) }));
    },
  );
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { checkup, open, asked, settled, stages: () => checkup.snapshot().map(({ stage }) => stage) };
}

test('three checks run at a time, the others wait', async () => {
  const { checkup, open, asked, settled, stages } = doctor(['a', 'b', 'c', 'd', 'e']);
  checkup.run();
  expect(asked).toEqual(['a', 'b', 'c']);
  expect(stages()).toEqual(['running', 'running', 'running', 'waiting', 'waiting']);
  open.get('b')?.resolve(found('b', 'ok'));
  await settled();
  expect(asked).toEqual(['a', 'b', 'c', 'd']);
  expect(stages()).toEqual(['running', 'done', 'running', 'running', 'waiting']);
});

test('one that runs is not run twice, one that ended is', async () => {
  const { checkup, open, asked, settled } = doctor(['a', 'b']);
  checkup.run();
  checkup.run(['a']);
  expect(asked).toEqual(['a', 'b']);
  open.get('a')?.resolve(found('a', 'failed'));
  await settled();
  checkup.run(['a']);
  expect(asked).toEqual(['a', 'b', 'a']);
  expect(checkup.snapshot()[0]?.diagnosis?.verdict).toBe('failed');
});

test('a check without an answer says so and lets the next one run', async () => {
  const { checkup, open, settled, stages, asked } = doctor(['a', 'b', 'c', 'd']);
  checkup.run();
  open.get('a')?.reject();
  await settled();
  expect(stages()[0]).toBe('unanswered');
  expect(asked).toContain('d');
});

test('listeners hear each change until they leave', async () => {
  const { checkup, open, settled } = doctor(['a']);
  let heard = 0;
  const leave = checkup.subscribe(() => (heard += 1));
  checkup.run();
  expect(heard).toBe(2);
  leave();
  open.get('a')?.resolve(found('a', 'ok'));
  await settled();
  expect(heard).toBe(2);
});

test('what was broken off tells nothing and can be run again', async () => {
  const { checkup, open, asked, settled, stages } = doctor(['a', 'b', 'c', 'd']);
  checkup.run();
  const before = open.get('a');
  checkup.stop();
  before?.reject();
  await settled();
  expect(stages()).toEqual(['done', 'done', 'done', 'done']);
  checkup.run();
  expect(asked).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  expect(stages()).toEqual(['running', 'running', 'running', 'waiting']);
});

test('what needs care stands first', () => {
  const checks = [state('a', 'ok'), state('b', 'notUsed'), state('c', 'failed'), state('d', 'warning'), state('e')];
  expect(byUrgency(checks).map(({ id }) => id)).toEqual(['e', 'c', 'd', 'a', 'b']);
  expect(tally([...checks, state('f', 'ok')])).toEqual([
    { verdict: 'failed', count: 1 },
    { verdict: 'warning', count: 1 },
    { verdict: 'ok', count: 2 },
    { verdict: 'notUsed', count: 1 },
  ]);
});

test('the text has a cure only where there is one', () => {
  const checks = [state('a', 'ok'), { ...state('b'), diagnosis: found('b', 'failed', 'Mend it.') }];
  expect(asText(checks)).toBe(
    'FAILED  B (b)\n  Looked at: It.\n  Found: So.\n  What to do: Mend it.\n\nOK  A (a)\n  Looked at: It.\n  Found: So.',
  );
});
