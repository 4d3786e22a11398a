import { expect, test } from 'vitest';
import { actionsFor, flowFor, NEXT } from './flow';

const ATTRIBUTES: [string, string][] = [['postcallRecordingImportEnabled', 'true']];

interface Flow {
  StartAction: string;
  Metadata: { ActionMetadata: Record<string, unknown> };
  Actions: ReturnType<typeof actionsFor>;
}

test('the action sets the attributes on the current contact, and an error goes on as well', () => {
  const [action] = actionsFor(ATTRIBUTES, false, NEXT);
  expect(action).toMatchObject({
    Type: 'UpdateContactAttributes',
    Parameters: { Attributes: { postcallRecordingImportEnabled: 'true' }, TargetContact: 'Current' },
    Transitions: { NextAction: NEXT, Errors: [{ NextAction: NEXT, ErrorType: 'NoMatchingError' }] },
  });
});

test.each([true, false])('a flow begins at its first action, and every way ends (recording: %s)', (withRecording) => {
  const flow = flowFor(ATTRIBUTES, withRecording) as Flow;
  const ids = flow.Actions.map(({ Identifier }) => Identifier);
  expect(flow.StartAction).toBe(ids[0]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(flow.Metadata.ActionMetadata)).toEqual(ids);
  for (const { Transitions } of flow.Actions) {
    const next = [Transitions.NextAction, ...(Transitions.Errors ?? []).map(({ NextAction }) => NextAction)];
    for (const one of next.filter((each) => each !== undefined)) expect(ids).toContain(one);
  }
  expect(flow.Actions.at(-1)?.Type).toBe('DisconnectParticipant');
});

test('both sides are recorded if the flow is to see to it', () => {
  expect(actionsFor(ATTRIBUTES, true, NEXT)[0]?.Parameters).toEqual({
    RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] },
  });
});
