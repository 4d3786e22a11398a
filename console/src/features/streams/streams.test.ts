import { m } from '@/shared/messages';
import { expect, test } from 'vitest';
import { requestOf } from './backfillForm';
import { contentText, MOST_SHOWN } from './contentText';
import { behindText } from './Sources';

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer;

test('JSON is shown indented, anything else as it came', () => {
  expect(contentText(bytesOf('{"ContactId":"a"}'))).toEqual({ text: '{\n  "ContactId": "a"\n}', isCut: false });
  expect(contentText(bytesOf('{"ContactId":'))).toEqual({ text: '{"ContactId":', isCut: false });
  expect(contentText(new Uint8Array([65, 0xff, 66]).buffer).text).toBe('A\ufffdB');
});

test('a long content is cut, and says so', () => {
  const shown = contentText(bytesOf('x'.repeat(MOST_SHOWN + 1)));
  expect(shown.isCut).toBe(true);
  expect(shown.text).toHaveLength(MOST_SHOWN);
});

test('how far behind a partition is says what the stream tells', () => {
  expect(behindText({ behindMillis: null, behindRecords: null })).toBe(m.none);
  expect(behindText({ behindMillis: 0, behindRecords: null })).toBe(m.streams.upToDate);
  expect(behindText({ behindMillis: 90_000, behindRecords: null })).toBe('1 min 30 s');
  expect(behindText({ behindMillis: null, behindRecords: 1 })).toBe('1 record');
  expect(behindText({ behindMillis: 4_000, behindRecords: 12 })).toBe('12 records, 4.0 s');
});

test('a backfill asks for what was typed, with times in UTC and nothing that was left empty', () => {
  const typed = { stream: '', bucket: ' firehose ', prefix: ' records/2026/ ', from: '2026-11-20T00:00', until: '' };
  const { request, faults } = requestOf(typed);
  expect(requestOf({ ...typed, stream: 'kinesis:records' }).request).toEqual({ stream: 'kinesis:records', from: request?.from });
  expect(faults).toEqual({});
  expect(request).toEqual({ bucket: 'firehose', prefix: 'records/2026/', from: new Date(2026, 10, 20).toISOString() });
});

test('a backfill without a bucket, or with its end before its begin, is not asked for', () => {
  expect(requestOf({ stream: '', bucket: 'a/b', prefix: '', from: '', until: '' }).faults).toEqual({ bucket: m.streams.bucketWrong });
  expect(requestOf({ stream: '', bucket: ' ', prefix: '', from: '', until: '' }).faults).toEqual({ bucket: m.streams.bucketWrong });
  const turned = requestOf({ stream: '', bucket: 'a', prefix: '', from: '2026-11-20T10:00', until: '2026-11-20T09:00' });
  expect(turned.faults).toEqual({ until: m.streams.turned });
  expect(turned.request).toBeNull();
});
