import { EVERYTHING_WANTED } from '@/shared/requests';
import { expect, test } from 'vitest';
import { keyFor, recordFor, type Facts, type Fields } from './record';

const FIELDS: Fields = { agent: '', queue: '', wanted: { ...EVERYTHING_WANTED, transcript: false, contactRecord: false }, attributes: [] };
const FACTS: Facts = { contactId: 'c1', fileName: 'a b.wav', begunAt: new Date('2026-11-22T10:00:00.750Z'), customer: '' };
const NOW = new Date('2026-11-22T12:00:00Z');

test('the record names the recording where it was stored, and asks for its import', () => {
  expect(recordFor(FACTS, FIELDS, NOW)).toEqual({
    AWSContactTraceRecordFormatVersion: '2017-03-10',
    ContactId: 'c1',
    Channel: 'VOICE',
    InitiationTimestamp: '2026-11-22T10:00:00Z',
    LastUpdateTimestamp: '2026-11-22T12:00:00Z',
    Attributes: { postcallRecordingImportEnabled: 'true' },
    Recording: { Location: 'uploads/c1/a b.wav', Status: 'AVAILABLE', Type: 'AUDIO' },
  });
});

test('what was filled in is in the record, without the blanks around it', () => {
  const record = recordFor(
    { ...FACTS, customer: ' +1 555 0100 ' },
    { ...FIELDS, agent: ' jdoe', queue: 'Support ', attributes: [{ key: ' case ', value: '4711' }, { key: ' ', value: 'x' }] },
    NOW,
  );
  expect(record).toMatchObject({
    Agent: { Username: 'jdoe' },
    Queue: { Name: 'Support' },
    CustomerEndpoint: { Address: '+1 555 0100', Type: 'TELEPHONE_NUMBER' },
    Attributes: { case: '4711', postcallRecordingImportEnabled: 'true' },
  });
});

test('a file cannot get out of its own folder', () => {
  expect(keyFor('c1', '..\\..\\x/y\u0000.wav')).toBe('c1/.._.._x_y_.wav');
});
