// @vitest-environment jsdom
import type { Dashboard } from '@/api/types';
import { DashboardPage } from '@/features/dashboard/DashboardPage';
import { Navigation } from '@/features/navigation/Navigation';
import { m } from '@/shared/messages';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';
import EmbedRoute from './EmbedRoute';

configure({ asyncUtilTimeout: 15_000 });
const realFetch = globalThis.fetch;
let asked: Request[] = [];
let answers: Record<string, () => Response>;

const jsonOf = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

beforeEach(() => {
  asked = [];
  answers = {};
  window.matchMedia = (query) => ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
  globalThis.fetch = async (input) => {
    const request = input as Request;
    asked.push(request);
    const { pathname } = new URL(request.url);
    return answers[pathname]?.() ?? jsonOf({ items: [] });
  };
});

afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
});

function show(page: ReactNode, path = '/') {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={queries}>
      <MemoryRouter initialEntries={[path]}>{page}</MemoryRouter>
    </QueryClientProvider>,
  );
}

const tally = { contacts: 10, failed: 1, positive: 2, negative: 3, neutral: 4, mixed: 0, meanDurationMillis: 83_000, meanSilenceShare: 0.2 };
const DASHBOARD: Dashboard = {
  total: tally,
  states: { complete: 9, failed: 1 },
  series: [],
  agents: [],
  queues: [{ ...tally, name: 'R&D' }],
  findingContacts: 10,
  phrases: [{ text: 'my order', contacts: 7 }],
  entities: [{ type: 'PRODUCT', text: 'kettle', contacts: 2 }],
  failures: [{ code: 'RECORDING_NOT_FOUND', step: 'recording', contacts: 1 }],
};
const NOTHING: Dashboard = {
  ...DASHBOARD,
  total: { contacts: 0, failed: 0, positive: 0, negative: 0, neutral: 0, mixed: 0 },
  states: {},
};

const dashboard = (query: string, onParams: (params: URLSearchParams) => void = () => {}) => (
  <DashboardPage params={new URLSearchParams(query)} onParams={onParams} help={null} />
);
const queryOf = (link: HTMLElement | null) => Object.fromEntries(new URL(link?.getAttribute('href') ?? '', 'http://console').searchParams);

test('every figure leads to the list with the filters of the page and its own', async () => {
  answers['/api/v1/dashboard'] = () => jsonOf(DASHBOARD);
  show(dashboard('range=all&agent=jdoe'));
  const negative = (await screen.findByText(m.dashboard.figures.negative)).closest('a');
  expect(queryOf(negative)).toEqual({ agent: 'jdoe', sentiment: 'NEGATIVE' });
  expect(queryOf(screen.getByText('R&D').closest('a'))).toEqual({ agent: 'jdoe', queue: 'R&D' });
  expect(queryOf(screen.getByText('my order').closest('a'))).toEqual({ agent: 'jdoe', phrase: 'my order' });
  expect(queryOf(screen.getByText('kettle').closest('a'))).toEqual({ agent: 'jdoe', entity: 'PRODUCT:kettle' });
  expect(queryOf(screen.getByText('RECORDING_NOT_FOUND').closest('a'))).toEqual({ agent: 'jdoe', failure: 'RECORDING_NOT_FOUND' });
  const request = new URL(asked.find(({ url }) => url.includes('/dashboard'))?.url ?? '').searchParams;
  expect([request.get('agent'), request.get('interval'), request.get('from')]).toEqual(['jdoe', 'month', null]);
});

test('phrases and entities say when they are counted in the newest contacts alone', async () => {
  answers['/api/v1/dashboard'] = () => jsonOf({ ...DASHBOARD, findingContacts: 4 });
  show(dashboard(''));
  expect(await screen.findAllByText(m.dashboard.inNewest('4'))).toHaveLength(2);
});

test('a mean that no contact has is not a way to a list', async () => {
  answers['/api/v1/dashboard'] = () => jsonOf(DASHBOARD);
  show(dashboard(''));
  const figures = within(await screen.findByLabelText(m.dashboard.figures.region));
  expect(figures.getByText(m.dashboard.figures.agentTalk).closest('a')).toBeNull();
  expect(figures.getByText(m.dashboard.figures.silence).closest('a')).not.toBeNull();
});

test('no contact in the chosen time offers all time; no contact at all says how to get one', async () => {
  let chosen = '';
  answers['/api/v1/dashboard'] = () => jsonOf(NOTHING);
  answers['/api/v1/contact-count'] = () => jsonOf({ count: 3, more: false });
  show(dashboard('queue=x', (params) => (chosen = params.toString())));
  fireEvent.click(await screen.findByText(m.dashboard.showAllTime));
  expect(chosen).toBe('range=all');
  cleanup();
  answers['/api/v1/contact-count'] = () => jsonOf({ count: 0, more: false });
  show(dashboard(''));
  expect(await screen.findByText(m.dashboard.emptyEver)).toBeTruthy();
});

test('the bar has the items that the user chose, with the page marked', async () => {
  answers['/api/v1/preferences'] = () => jsonOf({ navigation: [{ label: 'Mine', path: '/contacts?agent=jdoe' }, { label: 'Figures', path: '/dashboard' }] });
  show(<Navigation narrow={false} />, '/dashboard');
  expect((await screen.findByText('Figures')).getAttribute('aria-current')).toBe('page');
  expect(screen.getByText('Mine').getAttribute('href')).toBe('/contacts?agent=jdoe');
  expect(screen.queryByText(m.navigation.items.upload)).toBeNull();
});

function showFrame(token: string) {
  window.history.replaceState(null, '', `/embed/contacts/c1#token=${token}`);
  show(
    <Routes>
      <Route path="/embed/contacts/:contactId" element={<EmbedRoute />} />
    </Routes>,
    '/embed/contacts/c1',
  );
}

test('the embedded page asks with its token, and says when its link has ended', async () => {
  answers['/api/v1/contacts/c1'] = () => jsonOf({ title: 'Not signed in', status: 401 }, 401);
  showFrame('ace_x');
  expect(await screen.findByText(m.embed.ended)).toBeTruthy();
  expect(asked[0]?.headers.get('Authorization')).toBe('Bearer ace_x');
  await waitFor(() => expect(window.location.hash).toBe(''));
});

test('the page around the frame may give a new token, and playback of what is shown goes on with it', async () => {
  answers['/api/v1/contacts/c1'] = () => jsonOf({ title: 'Not signed in', status: 401 }, 401);
  showFrame('ace_old');
  expect(await screen.findByText(m.embed.ended)).toBeTruthy();
  answers['/api/v1/contacts/c1'] = () => jsonOf({ title: 'Not found', status: 404 }, 404);
  asked = [];
  window.location.hash = 'token=ace_new';
  await waitFor(() => expect(asked[0]?.headers.get('Authorization')).toBe('Bearer ace_new'));
  expect(screen.queryByText(m.embed.ended)).toBeNull();
  expect(window.location.hash).toBe('');
});

test('another fragment is no new token', async () => {
  answers['/api/v1/contacts/c1'] = () => jsonOf({ title: 'Not signed in', status: 401 }, 401);
  showFrame('ace_x');
  expect(await screen.findByText(m.embed.ended)).toBeTruthy();
  asked = [];
  window.location.hash = 'content';
  await new Promise((resolve) => window.addEventListener('hashchange', () => setTimeout(resolve), { once: true }));
  expect(asked).toEqual([]);
  expect(screen.getByText(m.embed.ended)).toBeTruthy();
});

test('the page around the frame hears that ours is there', async () => {
  const heard: unknown[] = [];
  const parent = { postMessage: (message: unknown) => heard.push(message) };
  const real = Object.getOwnPropertyDescriptor(window, 'parent')!;
  Object.defineProperty(window, 'parent', { value: parent, configurable: true });
  try {
    showFrame('ace_x');
    await waitFor(() => expect(heard).toEqual([{ aftercall: 'shown' }]));
  } finally {
    Object.defineProperty(window, 'parent', real);
  }
});
