import { ApiProblem } from '@/api/client';
import { m } from '@/shared/messages';
import { EVERYTHING_WANTED } from '@/shared/requests';
import { beforeEach, expect, test } from 'vitest';
import type { Fields } from './record';
import { UploadQueue, type Transport } from './UploadQueue';

const FIELDS: Fields = { agent: 'jdoe', queue: '', wanted: EVERYTHING_WANTED, attributes: [] };
const file = (name: string, content = name) => new File([content], name, { lastModified: 1_000_000 });

let log: string[];
let failing: Error | null;
let during: () => void;

const transport: Transport = {
  async put(bucket, key, _content, onShare, signal) {
    log.push(`put ${bucket}/${key.replace(/^[^/]+/, 'ID')}`);
    onShare(0.5);
    during();
    signal.throwIfAborted();
    if (failing) throw failing;
  },
  async handIn([record]) {
    log.push(`record of ${(record as { Agent: { Username: string } }).Agent.Username}`);
    return { accepted: 1, rejected: [] };
  },
};

beforeEach(() => {
  log = [];
  failing = null;
  during = () => {};
});

const kinds = (queue: UploadQueue) => queue.uploads().map(({ progress }) => progress.kind).join(' ');

test('transcript, recording and record go in this order, one recording after another', async () => {
  const queue = new UploadQueue(transport);
  queue.add([file('a.wav'), file('b.wav'), file('a.vtt')]);
  await queue.start(FIELDS);
  expect(log).toEqual(['put uploads/ID/a.vtt', 'put uploads/ID/a.wav', 'record of jdoe', 'put uploads/ID/b.wav', 'record of jdoe']);
  expect(kinds(queue)).toBe('done done');
});

test('one that failed says why, does not hold up the next, and can be sent again', async () => {
  const queue = new UploadQueue(transport);
  queue.add([file('a.wav'), file('b.wav')]);
  failing = new ApiProblem(507, { title: 'Full', status: 507, detail: 'The disk is full.' });
  during = () => {
    if (log.length > 1) failing = null;
  };
  await queue.start(FIELDS);
  expect(kinds(queue)).toBe('failed done');
  expect(queue.uploads()[0]?.progress).toMatchObject({ reason: 'The disk is full.' });
  await queue.start(FIELDS);
  expect(kinds(queue)).toBe('done done');
  expect(log.filter((line) => line.includes('b.wav'))).toHaveLength(1);
});

test('a record that intake rejects is a failure with its reason', async () => {
  const refusal = { title: 'No record was taken', status: 422, accepted: 0, rejected: [{ index: 0, reason: 'ContactId is too long.' }] };
  const queue = new UploadQueue({ ...transport, handIn: () => Promise.reject(new ApiProblem(422, refusal)) });
  queue.add([file('a.wav')]);
  await queue.start(FIELDS);
  expect(queue.uploads()[0]?.progress).toEqual({ kind: 'failed', reason: 'ContactId is too long.' });
});

test('one that is under way is called off, and no record of it is handed in', async () => {
  const queue = new UploadQueue(transport);
  queue.add([file('a.wav')]);
  during = () => queue.remove(1);
  await queue.start(FIELDS);
  expect(queue.uploads()[0]?.progress).toEqual({ kind: 'failed', reason: m.upload.cancelled });
  expect(log).toEqual(['put uploads/ID/a.wav']);
  queue.remove(1);
  expect(queue.uploads()).toEqual([]);
});

test('after dispose nothing more is sent', async () => {
  const queue = new UploadQueue(transport);
  queue.add([file('a.wav'), file('b.wav')]);
  during = () => queue.dispose();
  await queue.start(FIELDS);
  expect(log).toEqual(['put uploads/ID/a.wav']);
});

test('a transcript that comes later finds its recording', () => {
  const queue = new UploadQueue(transport);
  queue.add([file('a.wav')]);
  expect(queue.add([file('a.srt'), file('a.wav')])).toEqual([m.upload.refusedTwice('a.wav')]);
  expect(queue.uploads().map(({ transcript }) => transcript?.name)).toEqual(['a.srt']);
});
