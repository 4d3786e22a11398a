// @vitest-environment jsdom
import type { ContactList, RecordPage } from '@/api/types';
import { ContactListPage, type Props as ListProps } from '@/features/contacts/ContactListPage';
import { TimelineTab } from '@/features/timeline/TimelineTab';
import { m } from '@/shared/messages';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';

configure({ asyncUtilTimeout: 10_000 });
const realFetch = globalThis.fetch;
let asked: URL[] = [];
/** Phones get a plain list, which is also the faster one to test. */
let narrow: boolean;
let answer: () => Response | Promise<Response>;

const jsonOf = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

beforeEach(() => {
  asked = [];
  narrow = true;
  window.matchMedia = (query) =>
    ({ matches: narrow && query.includes('max-width'), media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
  globalThis.fetch = async (request) => {
    asked.push(new URL((request as Request).url));
    return answer();
  };
});

afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
});

function show(page: ReactNode) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={queries}>
      <MemoryRouter>{page}</MemoryRouter>
    </QueryClientProvider>,
  );
}

const nothing = () => {};
const list = (address = '', props: Partial<ListProps> = {}) => (
  <ContactListPage address={address} returning={false} onAddress={nothing} columns={undefined} onColumns={nothing} onStart={nothing} onHelp={nothing} {...props} />
);
/** The list's own questions, without the count beside it. */
const askedForContacts = () => asked.filter(({ pathname }) => pathname === '/api/v1/contacts');
const none: ContactList = { items: [], next: null };

test('an empty list tells how to send the first contact', async () => {
  answer = () => jsonOf(none);
  show(list());
  expect(await screen.findByText(m.list.emptyAll)).toBeTruthy();
  expect(screen.getByText('./aftercall demo')).toBeTruthy();
});

test('the view Waiting asks for waiting contacts and explains After Call Work when there is none', async () => {
  answer = () => jsonOf(none);
  show(list('state=waiting'));
  expect(await screen.findByText(/After Call Work/)).toBeTruthy();
  expect(askedForContacts()[0]?.searchParams.get('state')).toBe('waiting');
});

test('a contact is listed with its name as a link, its sentiment in words and its state', async () => {
  narrow = false;
  answer = () =>
    jsonOf({
      items: [{ name: 'CCA 000007', contactId: 'a/b', state: 'failed', reason: 'No engine.', sentiment: 'MIXED', durationMillis: 83_000, silenceShare: 0.4 }],
      next: null,
    } satisfies ContactList);
  show(list());
  const link = await screen.findByText('CCA 000007');
  expect(link.getAttribute('href')).toBe('/contacts/a%2Fb');
  expect(screen.getByText('Mixed')).toBeTruthy();
  expect(screen.getByText('01:23')).toBeTruthy();
  expect(screen.getByText('40 %')).toBeTruthy();
  const row = link.closest('tr') as HTMLElement;
  fireEvent.click(within(row).getByText('Failed'));
  expect(await screen.findByText('No engine.')).toBeTruthy();
});

test('more contacts are fetched from where the list ended', async () => {
  answer = () => jsonOf({ items: [{ name: 'CCA 000002', contactId: '2', state: 'complete' }], next: 'after-2' });
  show(list());
  const more = await screen.findByText(m.list.more);
  answer = () => jsonOf({ items: [{ name: 'CCA 000001', contactId: '1', state: 'complete' }], next: null });
  fireEvent.click(more);
  expect(await screen.findByText('CCA 000001')).toBeTruthy();
  expect(screen.getByText('CCA 000002')).toBeTruthy();
  expect(asked.some((url) => url.searchParams.get('cursor') === 'after-2')).toBe(true);
});

test('a server that is gone is said to be gone', async () => {
  answer = () => Promise.reject(new TypeError('connection refused'));
  show(list());
  await waitFor(() => expect(screen.getByText(m.unreachableFirst)).toBeTruthy());
});

const PAGE: RecordPage = {
  name: 'CCA 000001',
  contactId: '1',
  state: 'failed',
  requested: { recordingImport: true, transcription: true, analysis: [], contactRecordImport: false },
  decisions: [{ feature: 'syntax', decision: 'notRequested', reason: 'syn is not in the list.' }],
  steps: [
    { name: 'recording', state: 'complete', attempts: 1 },
    { name: 'transcript', state: 'failed', attempts: 3, message: 'No engine.', code: 'ENGINE_MISSING', next: 'Nothing.' },
    { name: 'sentiment', state: 'waiting', attempts: 0 },
  ],
  analysis: { customer: {}, agent: {}, whole: {} },
  contactRecord: {},
};

test('a failed step shows why and can be run again from its place; one that waits cannot', () => {
  const retried: string[] = [];
  show(<TimelineTab page={PAGE} retrying={null} onRetry={(step) => retried.push(step)} />);
  expect(screen.getByText('ENGINE_MISSING')).toBeTruthy();
  expect(screen.getByText('syn is not in the list.')).toBeTruthy();
  fireEvent.click(screen.getByLabelText(/Run again from here: Transcript/));
  expect(retried).toEqual(['transcript']);
  expect(screen.queryByLabelText(/Run again from here: Sentiment/)).toBeNull();
});

test('while one step is asked for again, no other can be', () => {
  const retried: string[] = [];
  show(<TimelineTab page={PAGE} retrying="transcript" onRetry={(step) => retried.push(step)} />);
  fireEvent.click(screen.getByLabelText(/Run again from here: Recording/));
  expect(retried).toEqual([]);
});
