// @vitest-environment jsdom
import type { BulkAction, ContactSummary, SavedView } from '@/api/types';
import { m } from '@/shared/messages';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ListRoute } from './ListRoute';

configure({ asyncUtilTimeout: 10_000 });
const realFetch = globalThis.fetch;

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
}
let asked: Asked[];
let contacts: ContactSummary[];
let views: SavedView[];
let actions: BulkAction[];
let refusal: string | null;
let address: string;

const contact = (id: string, change: Partial<ContactSummary> = {}): ContactSummary => ({ name: `CCA 00000${id}`, contactId: id, state: 'complete', ...change });
const view = (change: Partial<SavedView> = {}): SavedView => ({
  id: 'v1',
  name: 'Angry',
  query: 'sentiment=NEGATIVE',
  columns: [],
  shared: false,
  own: true,
  pinned: true,
  owner: 'demo',
  ...change,
});
const action = (change: Partial<BulkAction> = {}): BulkAction => ({
  id: 'b1',
  action: 'delete',
  state: 'complete',
  total: 2,
  done: 2,
  failed: 0,
  problems: [],
  createdAt: new Date().toISOString(),
  endedAt: new Date().toISOString(),
  undoable: true,
  ...change,
});

function answer(method: string, path: string): { status?: number; body: unknown } {
  if (path === '/contacts' && refusal) return { status: 400, body: { title: 'Bad Request', status: 400, detail: refusal } };
  if (path === '/contacts') return { body: { items: contacts, next: contacts.length > 1 ? 'on' : null } };
  if (path === '/contact-count') return { body: { count: 1234, more: false } };
  if (path === '/views') return { body: { items: views } };
  if (path === '/preferences') return { body: {} };
  if (path === '/bulk-actions') return { body: method === 'POST' ? actions[0] : { items: actions } };
  if (path.startsWith('/views/')) return { body: views[0] };
  if (path.endsWith('/undo')) return { body: action({ state: 'undone', undoable: false }) };
  return { status: 404, body: { title: 'Not found', status: 404 } };
}

beforeEach(() => {
  asked = [];
  contacts = [contact('1'), contact('2')];
  views = [view()];
  actions = [];
  refusal = null;
  window.sessionStorage.clear();
  window.matchMedia = (query) => ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const url = new URL(request.url);
    asked.push({ method: request.method, url, body: await request.clone().text() });
    const { status = 200, body } = answer(request.method, url.pathname.replace('/api/v1', ''));
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
  };
});
afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
});

function Address() {
  const location = useLocation();
  address = location.pathname + location.search;
  return null;
}

function open(search = '') {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <MemoryRouter initialEntries={[`/contacts${search}`]}>
        <Address />
        <Routes>
          <Route path="/contacts" element={<ListRoute />} />
          <Route path="*" element={null} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

const listsAsked = () => asked.filter(({ url }) => url.pathname === '/api/v1/contacts').map(({ url }) => url.searchParams);
const posted = (path: string, method = 'POST') => asked.find(({ url, ...one }) => one.method === method && url.pathname === `/api/v1${path}`)?.body;

test('what is typed is searched for, and the sentences that are found open where they are said', async () => {
  contacts = [contact('1', { hits: [{ participant: 'agent', beginMillis: 42_000, text: 'A refund today.', marks: [{ beginOffset: 2, endOffset: 8 }] }] })];
  open('?agent=ann');
  const box = await screen.findByRole('searchbox');
  fireEvent.change(box, { target: { value: 'refunds' } });
  fireEvent.keyDown(box, { key: 'Enter' });
  await waitFor(() => expect(address).toBe('/contacts?q=refunds&agent=ann'));
  await waitFor(() => expect(listsAsked().some((query) => query.get('q') === 'refunds' && query.get('agent') === 'ann')).toBe(true));
  const hit = (await screen.findByText('refund')).closest('a') as HTMLElement;
  expect(hit.getAttribute('href')).toBe('/contacts/1?t=42&q=refund');
  expect(within(hit).getByText('00:42')).toBeTruthy();
});

test('a number in the search box is looked for among numbers', async () => {
  open();
  const box = await screen.findByRole('searchbox');
  fireEvent.change(box, { target: { value: '+1 555 555-0117' } });
  fireEvent.keyDown(box, { key: 'Enter' });
  await waitFor(() => expect(new URLSearchParams(address.split('?')[1]).get('number')).toBe('+1 555 555-0117'));
  expect((box as HTMLInputElement).value).toBe('');
});

test('a blank at the end stays while a next word is typed, and what was searched for goes with the filters', async () => {
  open();
  const box = (await screen.findByRole('searchbox')) as HTMLInputElement;
  fireEvent.change(box, { target: { value: 'late ' } });
  fireEvent.keyDown(box, { key: 'Enter' });
  await waitFor(() => expect(address).toBe('/contacts?q=late'));
  expect(box.value).toBe('late ');
  fireEvent.click(await screen.findByText(m.list.clearFilters));
  await waitFor(() => expect(address).toBe('/contacts'));
  await waitFor(() => expect(box.value).toBe(''));
});

test('selected contacts are deleted after a question, by their ids', async () => {
  actions = [action({ state: 'running', endedAt: null })];
  open();
  fireEvent.click(await screen.findByLabelText(m.list.select('CCA 000001')));
  fireEvent.click(screen.getByText(m.bulk.names.delete));
  expect(posted('/bulk-actions')).toBeUndefined();
  fireEvent.click(within(await screen.findByRole('dialog')).getByText(m.bulk.names.delete));
  await waitFor(() => expect(posted('/bulk-actions')).toBe('{"action":"delete","contactIds":["1"]}'));
  expect(await screen.findByText(m.bulk.doing.delete(2))).toBeTruthy();
});

test('all that match are named by the filters, not by what is loaded', async () => {
  actions = [action({ action: 'export', state: 'running', endedAt: null })];
  open('?queue=Billing&sort=duration');
  fireEvent.click(await screen.findByLabelText(m.list.selectShown));
  fireEvent.click(await screen.findByText(m.list.selectAll(1234, false)));
  fireEvent.click(screen.getByText(m.bulk.names.export));
  fireEvent.click(within(await screen.findByRole('dialog')).getByText(m.bulk.names.export));
  await waitFor(() => expect(posted('/bulk-actions')).toBe('{"action":"export","query":"queue=Billing"}'));
});

test('a deletion that has ended can be taken back', async () => {
  actions = [action()];
  open();
  fireEvent.click(await screen.findByText(m.bulk.undo));
  await waitFor(() => expect(posted('/bulk-actions/b1/undo')).toBeDefined());
  expect(await screen.findByText(m.bulk.undone.delete)).toBeTruthy();
});

test('a saved view opens with its filters, shows when it was changed, and keeps the change', async () => {
  open('?saved=v1');
  await screen.findByText('CCA 000001');
  expect(listsAsked()[0]?.getAll('sentiment')).toEqual(['NEGATIVE']);
  expect(screen.queryByText(m.views.save)).toBeNull();
  fireEvent.click(screen.getByLabelText(m.list.remove(m.list.fields.sentiment)));
  await waitFor(() => expect(address).toBe('/contacts?saved=v1&sort=arrival'));
  fireEvent.click(await screen.findByText(m.views.save));
  await waitFor(() => expect(JSON.parse(posted('/views/v1', 'PUT') ?? '{}')).toMatchObject({ name: 'Angry', query: '', shared: false }));
});

test('a view that is no longer there is said to be gone, and what the server refuses is said in its words', async () => {
  open('?saved=v9');
  expect(await screen.findByText(m.views.gone)).toBeTruthy();
  cleanup();
  refusal = 'The filter cannot be read.';
  open('?entity=x');
  expect(await screen.findByText(refusal)).toBeTruthy();
});
