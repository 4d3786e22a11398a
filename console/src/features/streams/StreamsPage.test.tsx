// @vitest-environment jsdom
import type { RejectedRecord } from '@/api/types';
import { m } from '@/shared/messages';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StreamsPage } from './StreamsPage';

configure({ asyncUtilTimeout: 15_000 });
const t = m.streams;
const realFetch = globalThis.fetch;
let rejected: RejectedRecord[];
let backfills: object[];
let canBackfill: boolean;
let sent: { call: string; body: unknown }[];

const jsonOf = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

const record = (id: string): RejectedRecord => ({
  id,
  stream: 'kinesis:records',
  partition: 'shard-1',
  place: '17',
  receivedAt: '2026-11-22T12:00:00Z',
  reason: `Reason of ${id}.`,
  sizeBytes: 20,
  attempts: 1,
});

const AFTER = { files: 0, accepted: 0, rejected: 0, state: 'running', place: null, message: null, createdAt: '2026-11-22T12:00:00Z', changedAt: '2026-11-22T12:00:00Z' };

async function change(request: Request, pathname: string): Promise<Response> {
  const text = await request.text();
  sent.push({ call: `${request.method} ${pathname}`, body: text === '' ? null : JSON.parse(text) });
  if (pathname.endsWith('/retry')) return jsonOf({ taken: false, reason: 'it is no JSON' });
  if (request.method === 'POST') {
    backfills = [{ ...AFTER, id: 'b1', bucket: null, prefix: null, stream: null, from: null, until: null, ...JSON.parse(text) }];
    return jsonOf(backfills[0], 202);
  }
  rejected = rejected.filter(({ id }) => !pathname.endsWith(`/${id}`));
  return new Response(null, { status: 204 });
}

beforeEach(() => {
  sent = [];
  rejected = [record('1'), record('2')];
  backfills = [];
  canBackfill = true;
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const { pathname } = new URL(request.url);
    if (request.method !== 'GET') return change(request, pathname);
    if (pathname.endsWith('/streams')) return jsonOf({ items: [{ name: 'kinesis:records', state: 'reading', message: null, rejected: 2, canBackfill, partitions: [] }] });
    if (pathname.endsWith('/content')) return new Response('{"ContactId":"1"}');
    if (pathname.endsWith('/backfills')) return jsonOf({ items: backfills });
    return jsonOf({ items: rejected, total: rejected.length, next: null });
  };
});

afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
});

function show() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <StreamsPage help={null} />
    </QueryClientProvider>,
  );
}

const inDialog = () => within(screen.getByRole('dialog'));

test('a record that is not taken again says why', async () => {
  show();
  fireEvent.click(await screen.findByLabelText(t.retryOf('1')));
  await screen.findByText(t.notTaken('1', 'it is no JSON'));
});

test('a record is dismissed only after a confirmation', async () => {
  show();
  fireEvent.click(await screen.findByLabelText(t.dismissOf('2')));
  expect(sent).toEqual([]);
  fireEvent.click(inDialog().getByText(t.dismiss));
  await screen.findByText(t.dismissed('2'));
  await waitFor(() => expect(screen.queryByText('Reason of 2.')).toBeNull());
  expect(sent).toEqual([{ call: 'DELETE /api/v1/rejected-records/2', body: null }]);
});

test('what was delivered is fetched when somebody looks, not before', async () => {
  show();
  fireEvent.click(await screen.findByLabelText(t.lookOf('1')));
  expect((await inDialog().findByLabelText(t.content)).textContent).toBe('{\n  "ContactId": "1"\n}');
});

test('a backfill of a stream asks for the stream alone', async () => {
  show();
  fireEvent.click(await screen.findByText(t.start));
  fireEvent.click(inDialog().getByLabelText(t.ofStream('kinesis:records')));
  expect(inDialog().queryByLabelText(t.bucket)).toBeNull();
  fireEvent.click(inDialog().getByText(t.begin));
  await screen.findByText(t.begun);
  expect(sent).toEqual([{ call: 'POST /api/v1/backfills', body: { stream: 'kinesis:records' } }]);
});

test('where no stream can be read once more only files are offered, and a bucket is wanted', async () => {
  canBackfill = false;
  show();
  fireEvent.click(await screen.findByText(t.start));
  expect(inDialog().queryByText(t.ofFiles)).toBeNull();
  fireEvent.click(inDialog().getByText(t.begin));
  await inDialog().findByText(t.bucketWrong);
  expect(sent).toEqual([]);
  fireEvent.change(inDialog().getByRole('textbox', { name: new RegExp(t.bucket) }), { target: { value: 'firehose' } });
  fireEvent.click(inDialog().getByText(t.begin));
  await screen.findByText('firehose/');
});
