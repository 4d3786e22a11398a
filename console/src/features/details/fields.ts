import { dateTime, duration } from '@/shared/time';

type Json = unknown;

interface Field {
  readonly label: string;
  readonly value: string;
}

function at(record: Json, path: string): Json {
  let value = record;
  for (const key of path.split('.')) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<string, Json>)[key];
  }
  return value;
}

const text = (value: Json) => String(value);
const instant = (value: Json) => (Number.isNaN(Date.parse(text(value))) ? text(value) : dateTime(text(value)));
const seconds = (value: Json) => (typeof value === 'number' ? duration(value * 1000) : text(value));

/** What a supervisor looks for first, in this order; the rest is in the raw record. Labels are Connect's own words. */
const FIELDS: readonly [label: string, path: string, show: (value: Json) => string][] = [
  ['Channel', 'Channel', text],
  ['Initiation method', 'InitiationMethod', text],
  ['Initiated', 'InitiationTimestamp', instant],
  ['Connected to agent', 'Agent.ConnectedToAgentTimestamp', instant],
  ['Disconnected', 'DisconnectTimestamp', instant],
  ['Disconnect reason', 'DisconnectReason', text],
  ['Customer', 'CustomerEndpoint.Address', text],
  ['Number dialled', 'SystemEndpoint.Address', text],
  ['Queue', 'Queue.Name', text],
  ['Time in queue', 'Queue.Duration', seconds],
  ['Agent', 'Agent.Username', text],
  ['Routing profile', 'Agent.RoutingProfile.Name', text],
  ['Talk time', 'Agent.AgentInteractionDuration', seconds],
  ['Hold', 'Agent.CustomerHoldDuration', seconds],
  ['Holds', 'Agent.NumberOfHolds', text],
  ['After contact work', 'Agent.AfterContactWorkDuration', seconds],
  ['After contact work ended', 'Agent.AfterContactWorkEndTimestamp', instant],
  ['Initial contact id', 'InitialContactId', text],
  ['Previous contact id', 'PreviousContactId', text],
  ['Next contact id', 'NextContactId', text],
];

/** Fields that the record has; null, missing and empty ones are left out. */
export function recordFields(record: Json): Field[] {
  return FIELDS.flatMap(([label, path, show]) => {
    const value = at(record, path);
    return value === undefined || value === null || value === '' ? [] : [{ label, value: show(value) }];
  });
}

export function contactAttributes(record: Json): [string, string][] {
  const attributes = at(record, 'Attributes');
  if (attributes === null || typeof attributes !== 'object') return [];
  return Object.entries(attributes as Record<string, Json>).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
}
