// @vitest-environment jsdom
import type { RecordPage, SignInOptions } from '@/api/types';
import { LoginPage } from '@/features/access/LoginPage';
import { AttachmentsTab } from '@/features/details/AttachmentsTab';
import { SelectionBar } from '@/features/contacts/SelectionBar';
import { m } from '@/shared/messages';
import { EVERYTHING_ALLOWED, RightsContext, rightsWith } from '@/shared/rights';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Guarded } from './Guarded';

configure({ asyncUtilTimeout: 10_000 });
const realFetch = globalThis.fetch;
let sent: { path: string; body: unknown }[] = [];
let options: SignInOptions;
let refusal: Response | null;

const jsonOf = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

beforeEach(() => {
  sent = [];
  refusal = null;
  window.matchMedia = (query) =>
    ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
  globalThis.fetch = async (asked) => {
    const request = asked as Request;
    const path = new URL(request.url).pathname;
    if (path === '/api/v1/sign-in-options') return jsonOf(options);
    if (request.method === 'GET') throw new TypeError('connection refused');
    sent.push({ path, body: JSON.parse(await request.text()) });
    return refusal ?? jsonOf({ name: 'Ada', kind: 'user', contacts: 'all', rights: [] });
  };
});

afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
});

const show = (page: ReactNode) =>
  render(<QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>{page}</QueryClientProvider>);

const may = (allowed: RecordPage['allowed'], page: ReactNode) =>
  show(<RightsContext value={rightsWith({ allowed }, EVERYTHING_ALLOWED)}>{page}</RightsContext>);

function type(label: string, text: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

test('user and password are sent, and who signed in is told', async () => {
  options = { password: true, providers: [] };
  const came: string[] = [];
  show(<LoginPage back={null} onSignedIn={({ name }) => came.push(name)} />);
  await screen.findByLabelText(m.login.user);
  type(m.login.user, ' ada ');
  type(m.login.password, ' with blanks ');
  fireEvent.submit(screen.getByLabelText(m.login.user).closest('form') as HTMLFormElement);
  await expect.poll(() => came).toEqual(['Ada']);
  expect(sent).toEqual([{ path: '/api/v1/session', body: { user: 'ada', password: ' with blanks ' } }]);
});

test('where nobody has a password only the token is asked for', async () => {
  options = { password: false, providers: [] };
  show(<LoginPage back={null} onSignedIn={() => {}} />);
  await screen.findByLabelText(m.login.token);
  expect(screen.queryByLabelText(m.login.password)).toBeNull();
});

test('a provider’s button leads to it and back to the page that was asked for', async () => {
  options = { password: true, providers: [{ id: 'sf', name: 'Salesforce', url: '/login/oidc/sf' }] };
  show(<LoginPage back="/contacts?q=x" onSignedIn={() => {}} />);
  const button = await screen.findByText(m.login.withProvider('Salesforce'));
  expect(button.closest('a')?.getAttribute('href')).toBe('/login/oidc/sf?next=%2Fcontacts%3Fq%3Dx');
});

test('a wrong password is said to be wrong, and nothing is sent without one', async () => {
  options = { password: true, providers: [] };
  refusal = jsonOf({ title: 'Not signed in', status: 401 }, 401);
  show(<LoginPage back={null} onSignedIn={() => {}} />);
  await screen.findByLabelText(m.login.user);
  const form = screen.getByLabelText(m.login.user).closest('form') as HTMLFormElement;
  fireEvent.submit(form);
  expect(await screen.findByText(m.login.passwordMissing)).toBeTruthy();
  expect(sent).toEqual([]);
  type(m.login.user, 'ada');
  type(m.login.password, 'x');
  fireEvent.submit(form);
  expect(await screen.findByText(m.login.wrongPassword)).toBeTruthy();
});

test('a page that takes a permission is shown to who has it, once that is known', async () => {
  const page = <Guarded permission="administer">the page</Guarded>;
  show(page);
  expect(await screen.findByText(m.askedAgain)).toBeTruthy();
  expect(screen.queryByText('the page')).toBeNull();
  cleanup();
  may(['administer'], page);
  expect(screen.getByText('the page')).toBeTruthy();
  cleanup();
  may(['listen'], page);
  expect(screen.queryByText('the page')).toBeNull();
  expect(screen.getByText(m.rights.missing.administer)).toBeTruthy();
  expect(screen.getByText(m.rights.ask)).toBeTruthy();
});

test('who may not save files is told so, and not that there are none', () => {
  const page = { contactId: 'a', attachments: [{ name: 'transcript.txt', contentType: 'text/plain', description: 'x' }] } as unknown as RecordPage;
  may(['readTranscript'], <AttachmentsTab page={{ ...page, attachments: [] }} />);
  expect(screen.getByText(m.rights.missing.download)).toBeTruthy();
  expect(screen.queryByText(m.attachments.empty)).toBeNull();
  cleanup();
  may(['download'], <AttachmentsTab page={page} />);
  expect(screen.getByText('transcript.txt').closest('a')).not.toBeNull();
});

test('only what the reader may do is offered for selected contacts', () => {
  const bar = (
    <SelectionBar
      selection={{ all: false, ids: new Set(['a']), anchor: null }}
      total={undefined}
      canSelectAll={false}
      inBin={false}
      onSelectAll={() => {}}
      onSelection={() => {}}
      onStart={() => {}}
    />
  );
  may(['export'], bar);
  expect(screen.getByText(m.bulk.names.export)).toBeTruthy();
  expect(screen.queryByText(m.bulk.names.delete)).toBeNull();
  cleanup();
  may(['listen'], bar);
  expect(screen.getByText(m.bulk.nothingAllowed)).toBeTruthy();
});
