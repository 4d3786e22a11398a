// @vitest-environment jsdom
import type { Diagnosis } from '@/api/types';
import { m } from '@/shared/messages';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DoctorPage } from './DoctorPage';

configure({ asyncUtilTimeout: 15_000 });
const realFetch = globalThis.fetch;
let verdicts: Record<string, Diagnosis['verdict']>;
let asked: string[];

const jsonOf = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

beforeEach(() => {
  asked = [];
  verdicts = { disk: 'ok', secret: 'failed' };
  globalThis.fetch = async (input) => {
    const { pathname, searchParams } = new URL((input as Request).url);
    if (pathname.endsWith('/checks'))
      return jsonOf({ items: Object.keys(verdicts).map((id) => ({ id, title: `Title of ${id}` })) });
    const id = searchParams.get('check') ?? '';
    asked.push(id);
    const cure = verdicts[id] === 'failed' ? `Mend ${id}.` : null;
    const check = { id, title: `Title of ${id}`, verdict: verdicts[id], lookedAt: 'It.', found: `Found ${id}.`, cure, millis: 5 };
    return jsonOf({ verdict: verdicts[id], at: '2026-11-22T12:00:00Z', version: '1', checks: [check] });
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
      <DoctorPage help={null} />
    </QueryClientProvider>,
  );
}

const titles = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

test('each check is run and shown, what failed first and with its cure', async () => {
  show();
  await screen.findByText('Mend secret.');
  await screen.findByText('Found disk.');
  expect(titles()).toEqual(['Title of secret', 'Title of disk']);
  expect(asked.sort()).toEqual(['disk', 'secret']);
});

test('one check can be run again by itself', async () => {
  show();
  await screen.findByText('Mend secret.');
  verdicts.secret = 'ok';
  fireEvent.click(screen.getByLabelText(m.doctor.runOne('Title of secret')));
  await waitFor(() => expect(screen.queryByText('Mend secret.')).toBeNull());
  expect(asked.filter((id) => id === 'disk')).toHaveLength(1);
});

test('a list that does not load can be asked for again', async () => {
  const answering = globalThis.fetch;
  globalThis.fetch = async () => jsonOf({ title: 'Away', status: 503 }, 503);
  show();
  await screen.findByText(m.doctor.notLoaded);
  globalThis.fetch = answering;
  fireEvent.click(screen.getByText(m.doctor.retry));
  await screen.findByText('Mend secret.');
});
