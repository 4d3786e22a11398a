interface Action {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters: object;
  readonly Transitions: {
    readonly NextAction?: string;
    readonly Errors?: readonly { readonly NextAction: string; readonly ErrorType: string }[];
    readonly Conditions?: readonly never[];
  };
}

const RECORDING = 'aftercall-recording';
const ATTRIBUTES = 'aftercall-attributes';
const END = 'aftercall-end';

/**
 * Actions in Amazon Connect's flow language that set the attributes, an error going on like success:
 * a contact is worth more than what is made of it. The last one leads to `next`.
 */
export function actionsFor(attributes: readonly [string, string][], withRecording: boolean, next: string): Action[] {
  const actions: Action[] = [];
  if (withRecording) {
    actions.push({
      Identifier: RECORDING,
      Type: 'UpdateContactRecordingBehavior',
      Parameters: { RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] } },
      Transitions: { NextAction: ATTRIBUTES, Errors: [], Conditions: [] },
    });
  }
  actions.push({
    Identifier: ATTRIBUTES,
    Type: 'UpdateContactAttributes',
    Parameters: { Attributes: Object.fromEntries(attributes), TargetContact: 'Current' },
    Transitions: { NextAction: next, Errors: [{ NextAction: next, ErrorType: 'NoMatchingError' }], Conditions: [] },
  });
  return actions;
}

/** A flow that Amazon Connect imports: the actions, and an end, since a flow needs one. */
export function flowFor(attributes: readonly [string, string][], withRecording: boolean): object {
  const actions: Action[] = [
    ...actionsFor(attributes, withRecording, END),
    { Identifier: END, Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ];
  const places = actions.map(({ Identifier }, index) => [Identifier, { position: { x: 200 + index * 250, y: 40 } }]);
  return {
    Version: '2019-10-30',
    StartAction: actions[0]?.Identifier,
    Metadata: { entryPointPosition: { x: 40, y: 40 }, ActionMetadata: Object.fromEntries(places) },
    Actions: actions,
  };
}

/** Stands for the identifier of the reader's own next action. */
export const NEXT = 'YOUR-NEXT-ACTION';
