import { m } from '@/shared/messages';
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

/** What a supervisor looks for first, in this order; the rest is in the raw record. */
const FIELDS: readonly [name: keyof typeof m.details.fields, path: string, show: (value: Json) => string][] = [
  ['channel', 'Channel', text],
  ['initiationMethod', 'InitiationMethod', text],
  ['initiated', 'InitiationTimestamp', instant],
  ['connected', 'Agent.ConnectedToAgentTimestamp', instant],
  ['disconnected', 'DisconnectTimestamp', instant],
  ['disconnectReason', 'DisconnectReason', text],
  ['customer', 'CustomerEndpoint.Address', text],
  ['dialled', 'SystemEndpoint.Address', text],
  ['queue', 'Queue.Name', text],
  ['inQueue', 'Queue.Duration', seconds],
  ['agent', 'Agent.Username', text],
  ['routingProfile', 'Agent.RoutingProfile.Name', text],
  ['talk', 'Agent.AgentInteractionDuration', seconds],
  ['hold', 'Agent.CustomerHoldDuration', seconds],
  ['holds', 'Agent.NumberOfHolds', text],
  ['afterWork', 'Agent.AfterContactWorkDuration', seconds],
  ['afterWorkEnded', 'Agent.AfterContactWorkEndTimestamp', instant],
  ['initialId', 'InitialContactId', text],
  ['previousId', 'PreviousContactId', text],
  ['nextId', 'NextContactId', text],
];

/** Fields that the record has; null, missing and empty ones are left out. */
export function recordFields(record: Json): Field[] {
  return FIELDS.flatMap(([name, path, show]) => {
    const value = at(record, path);
    return value === undefined || value === null || value === '' ? [] : [{ label: m.details.fields[name], value: show(value) }];
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

/** Every field of the record by its path, as it came; lists by number. Null and empty ones are left out. */
export function allFields(record: Json, path = ''): [path: string, value: string][] {
  if (record === null || record === undefined || record === '') return [];
  if (typeof record !== 'object') return [[path, String(record)]];
  return Object.entries(record).flatMap(([key, value]) => allFields(value, path === '' ? key : `${path}.${key}`));
}
