import type { Decision, Step } from '@/api/types';
import { expect, test } from 'vitest';
import { m } from './messages';
import { why } from './why';

const NO_TRANSCRIPT: Decision = {
  feature: 'transcript',
  decision: 'notRequested',
  reason: 'The contact has no attribute postcallTranscribeEnabled.',
};

function step(part: Partial<Step>): Step {
  return { name: 'transcript', state: 'waiting', attempts: 0, ...part };
}

test('what was not requested says so, and which attribute asks for it', () => {
  expect(why({ steps: [step({ state: 'notRequested' })], decisions: [NO_TRANSCRIPT] }, 'transcript')).toEqual({
    kind: 'absent',
    title: 'Transcript: not requested',
    lines: ['The contact has no attribute postcallTranscribeEnabled.', m.why.ask.transcript],
  });
});

test('without a step the decision tells why', () => {
  expect(why({ steps: [], decisions: [NO_TRANSCRIPT] }, 'transcript').lines[0]).toBe(NO_TRANSCRIPT.reason);
});

test('a global switch is no matter of the contact flow', () => {
  const off: Decision = { feature: 'transcript', decision: 'switchedOff', reason: 'Switched off on this server.' };
  expect(why({ steps: [], decisions: [off] }, 'transcript').lines).toEqual(['Switched off on this server.']);
});

test('a failure gives its message, what happens next, and where to run it again', () => {
  const failed = step({ state: 'failed', message: 'No engine knows tlh.', next: 'Nothing more is tried.' });
  expect(why({ steps: [failed], decisions: [] }, 'transcript')).toEqual({
    kind: 'failed',
    title: 'Transcript: failed',
    lines: ['No engine knows tlh.', 'Nothing more is tried.', m.why.seeTimeline],
  });
});

test('what is in the making says how far it is, and not that it was asked for', () => {
  const running = step({ state: 'running', progress: 0.424, next: 'Then the analysis begins.' });
  const asked: Decision = { feature: 'transcript', decision: 'do', reason: 'Asked for.' };
  expect(why({ steps: [running], decisions: [asked] }, 'transcript')).toEqual({
    kind: 'pending',
    title: 'Transcript: in the making, 42%',
    lines: ['Then the analysis begins.'],
  });
});

test('what is still to come is not called missing', () => {
  expect(why({ steps: [step({ state: 'running' })], decisions: [] }, 'transcript').kind).toBe('pending');
  expect(
    why({ steps: [], decisions: [{ feature: 'transcript', decision: 'do', reason: 'Asked for.' }] }, 'transcript').kind,
  ).toBe('pending');
});
