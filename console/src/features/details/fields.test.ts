import { expect, test } from 'vitest';
import { allFields, contactAttributes, recordFields } from './fields';

test('fields that are missing, null or empty are left out', () => {
  const record = { Channel: 'VOICE', Queue: null, Agent: { Username: '', AfterContactWorkDuration: 52 } };
  expect(recordFields(record)).toEqual([
    { label: 'Channel', value: 'VOICE' },
    { label: 'After Call Work', value: '52.0 s' },
  ]);
});

test('a record of an unexpected shape shows what it can', () => {
  expect(recordFields({ Channel: 'VOICE', Agent: 'jdoe' })).toEqual([{ label: 'Channel', value: 'VOICE' }]);
  expect(recordFields(null)).toEqual([]);
  expect(recordFields({ InitiationTimestamp: 'yesterday' })).toEqual([{ label: 'Initiated', value: 'yesterday' }]);
});

test('attributes are text, and none when they are null', () => {
  expect(contactAttributes({ Attributes: { a: 'true', b: 1 } })).toEqual([
    ['a', 'true'],
    ['b', '1'],
  ]);
  expect(contactAttributes({ Attributes: null })).toEqual([]);
});

test('all fields stand with their path, those without a value are left out', () => {
  const record = { Channel: 'VOICE', Agent: { Username: 'jdoe', Pauses: null }, Recordings: [{ Location: 'a/b.wav' }, { Location: '' }], Holds: 0 };
  expect(allFields(record)).toEqual([
    ['Channel', 'VOICE'],
    ['Agent.Username', 'jdoe'],
    ['Recordings.0.Location', 'a/b.wav'],
    ['Holds', '0'],
  ]);
  expect(allFields(null)).toEqual([]);
});
