import { attributesFor, type Wanted } from '@/shared/requests';

export const BUCKET = 'uploads';

/** What the form says about all recordings. */
export interface Fields {
  readonly agent: string;
  readonly queue: string;
  readonly wanted: Wanted;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
}

/** What is known about one recording. */
export interface Facts {
  readonly contactId: string;
  readonly fileName: string;
  readonly begunAt: Date;
  readonly customer: string;
}

/** Where a recording is stored: under its contact's id, with its own name. */
export function keyFor(contactId: string, fileName: string): string {
  return `${contactId}/${fileName.replace(/[\u0000-\u001f\u007f\\/]/g, '_')}`;
}

const toSecond = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;

/** The contact record of a recording that came without one. Its version is `now`: made later, it is newer. */
export function recordFor(facts: Facts, fields: Fields, now: Date): object {
  const { contactId, fileName, begunAt, customer } = facts;
  const further = fields.attributes.filter(({ key }) => key.trim() !== '').map(({ key, value }) => [key.trim(), value] as const);
  return {
    AWSContactTraceRecordFormatVersion: '2017-03-10',
    ContactId: contactId,
    Channel: 'VOICE',
    InitiationTimestamp: toSecond(begunAt),
    LastUpdateTimestamp: toSecond(now),
    ...(fields.agent.trim() !== '' && { Agent: { Username: fields.agent.trim() } }),
    ...(fields.queue.trim() !== '' && { Queue: { Name: fields.queue.trim() } }),
    ...(customer.trim() !== '' && { CustomerEndpoint: { Address: customer.trim(), Type: 'TELEPHONE_NUMBER' } }),
    Attributes: Object.fromEntries([...further, ...attributesFor({ ...fields.wanted, recording: true })]),
    Recording: { Location: `${BUCKET}/${keyFor(contactId, fileName)}`, Status: 'AVAILABLE', Type: 'AUDIO' },
  };
}
