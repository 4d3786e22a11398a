// @vitest-environment jsdom
import type { Publication, PublicationEntry } from '@/api/types';
import { m } from '@/shared/messages';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PublicationPage } from './PublicationPage';

configure({ asyncUtilTimeout: 15_000 });
const t = m.publication;
const realFetch = globalThis.fetch;
let standing: Publication;
let failed: PublicationEntry[];
let sent: { path: string; body: unknown }[];

const jsonOf = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

const entry = (contactId: string): PublicationEntry => ({
  contactId,
  step: 'publication',
  state: 'failed',
  code: 'SALESFORCE_REFUSED',
  message: `Refused for ${contactId}.`,
  attempts: 1,
  changedAt: '2026-11-22T12:00:00Z',
  nextAt: null,
});

beforeEach(() => {
  sent = [];
  failed = [entry('a'), entry('b/c')];
  standing = { enabled: true, pausedSince: null, pausedBy: null, waiting: 0, failed: 2, published: 7, trouble: null, apiUsage: { used: 950, limit: 1000, at: '2026-11-22T12:00:00Z' }, apiReserve: 10 };
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const { pathname, searchParams } = new URL(request.url);
    if (request.method !== 'GET') {
      const text = await request.text();
      const body: unknown = text === '' ? null : JSON.parse(text);
      sent.push({ path: pathname, body });
      if (request.method === 'PUT') standing = { ...standing, pausedSince: '2026-11-22T12:01:00Z', pausedBy: 'Ada' };
      return pathname.endsWith('/retry') && pathname.includes('publication') ? jsonOf({ contacts: 2 }, 202) : jsonOf(request.method === 'PUT' ? standing : {}, request.method === 'PUT' ? 200 : 202);
    }
    if (pathname.endsWith('/contacts')) return jsonOf({ items: searchParams.get('state') === 'failed' ? failed : [], next: null });
    return jsonOf(standing);
  };
});

afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
});

function show() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <MemoryRouter>
      <QueryClientProvider client={queries}>
        <PublicationPage help={null} />
      </QueryClientProvider>
    </MemoryRouter>,
  );
}

const inDialog = () => within(screen.getByRole('dialog'));

test('what was given up is listed with its reason and leads to its contact', async () => {
  show();
  await screen.findByText('Refused for a.');
  expect(screen.getByText('b/c').closest('a')?.getAttribute('href')).toBe('/contacts/b%2Fc?tab=timeline');
  expect(screen.getByText(t.callsGone(10))).toBeTruthy();
});

test('one contact is published again from its step', async () => {
  show();
  fireEvent.click(await screen.findByLabelText(t.retryOf('b/c')));
  await waitFor(() => expect(sent).toEqual([{ path: '/api/v1/contacts/b%2Fc/retry', body: { step: 'publication' } }]));
});

test('all are published again only after a confirmation', async () => {
  show();
  fireEvent.click(await screen.findByText(t.retryAll(2)));
  expect(sent).toEqual([]);
  fireEvent.click(inDialog().getByText(t.retry));
  await screen.findByText(t.retrying(2));
  expect(sent.map(({ path }) => path)).toEqual(['/api/v1/publication/retry']);
});

test('a pause is asked about, and shows who made it', async () => {
  show();
  fireEvent.click(await screen.findByText(t.pause));
  expect(sent).toEqual([]);
  fireEvent.click(inDialog().getByText(t.pause));
  await screen.findByText(t.paused);
  expect(sent).toEqual([{ path: '/api/v1/publication', body: { paused: true } }]);
  expect(screen.getByText(/^Ada paused it on/)).toBeTruthy();
  expect(screen.getByText(t.resume)).toBeTruthy();
});

test('where publication is off the page says how to switch it on, and offers nothing else', async () => {
  standing = { ...standing, enabled: false, failed: 0, published: 0, apiUsage: null };
  show();
  await screen.findByText(t.off);
  expect(screen.queryByText(t.pause)).toBeNull();
  expect(screen.queryByText(t.waiting)).toBeNull();
});
