// @vitest-environment jsdom
import type { Comment, Turn } from '@/api/types';
import { CommentsTab, NO_DRAFT, type Draft } from '@/features/comments/CommentsTab';
import { threads } from '@/features/comments/threads';
import { TurnEditor } from '@/features/transcript/TurnEditor';
import { m } from '@/shared/messages';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';

configure({ asyncUtilTimeout: 10_000 });
const realFetch = globalThis.fetch;
let sent: { method: string; path: string; body: unknown }[] = [];
let answer: () => Response;

const jsonOf = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

beforeEach(() => {
  sent = [];
  window.matchMedia = (query) =>
    ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
  // jsdom does no layout.
  Element.prototype.scrollIntoView = () => {};
  globalThis.fetch = async (asked) => {
    const request = asked as Request;
    const text = await request.text();
    sent.push({ method: request.method, path: new URL(request.url).pathname, body: text === '' ? null : JSON.parse(text) });
    return answer();
  };
});

afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
});

const around = (page: ReactNode) => (
  <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>{page}</QueryClientProvider>
);

const turn = (text: string, correctedBy: string | null = null): Turn => ({
  participant: 'agent',
  beginMillis: 83_000,
  endMillis: 85_000,
  text,
  words: [],
  correctedBy,
});

test('a correction is sent with the text that its author saw', async () => {
  answer = () => jsonOf(turn('The refund'));
  const done: boolean[] = [];
  render(around(<TurnEditor contactId="a/b" index={4} turn={turn('The re fund')} onDone={(saved) => done.push(saved)} />));
  const box = screen.getByLabelText(m.transcript.correction);
  fireEvent.change(box, { target: { value: ' The refund ' } });
  fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(done).toEqual([true]));
  expect(sent).toEqual([{ method: 'PUT', path: '/api/v1/contacts/a%2Fb/turns/4', body: { text: 'The refund', expected: 'The re fund' } }]);
});

test('a turn left as it was is not sent', () => {
  const done: boolean[] = [];
  render(around(<TurnEditor contactId="a" index={0} turn={turn('Yes')} onDone={(saved) => done.push(saved)} />));
  fireEvent.click(screen.getByText(m.save));
  expect(done).toEqual([false]);
  expect(sent).toEqual([]);
});

test('who was overtaken sees the other wording, keeps what was typed, and can put it in its place', async () => {
  answer = () => jsonOf({ title: 'Changed meanwhile', status: 409, detail: 'Read it again.' }, 409);
  const editor = (now: Turn) => around(<TurnEditor contactId="a" index={0} turn={now} onDone={() => {}} />);
  const { rerender } = render(editor(turn('one')));
  fireEvent.change(screen.getByLabelText(m.transcript.correction), { target: { value: 'mine' } });
  fireEvent.click(screen.getByText(m.save));
  expect(await screen.findByText('Read it again.')).toBeTruthy();

  rerender(editor(turn('theirs', 'Ada')));
  expect(screen.getByText('theirs')).toBeTruthy();
  expect(screen.getByText(m.save).closest('button')?.disabled).toBe(true);
  answer = () => jsonOf(turn('mine'));
  fireEvent.click(screen.getByText(m.transcript.overwrite));
  fireEvent.click(screen.getByText(m.save));
  await waitFor(() => expect(sent.at(-1)?.body).toEqual({ text: 'mine', expected: 'theirs' }));
});

const comment = (part: Partial<Comment>): Comment => ({
  id: 'c1',
  author: 'Ada',
  own: false,
  text: 'Look here',
  atMillis: 83_000,
  replyTo: null,
  createdAt: '2026-11-22T10:00:00Z',
  ...part,
});

function Tab({ comments, first = NO_DRAFT, onSeek = () => {} }: { comments: Comment[]; first?: Draft; onSeek?: (millis: number) => void }) {
  const [draft, setDraft] = useState(first);
  return (
    <CommentsTab
      contactId="a"
      threads={threads(comments)}
      problem={null}
      turns={[turn('You will get a refund')]}
      draft={draft}
      onDraft={setDraft}
      onSaved={() => setDraft(NO_DRAFT)}
      selected={null}
      onSeek={onSeek}
      nowMillis={() => 12_300}
      canPlace
      mayAnnotate
    />
  );
}

test('a comment is sent with its place, and its box is empty again', async () => {
  answer = () => jsonOf(comment({}), 201);
  render(around(<Tab comments={[]} />));
  expect(screen.getByText(m.comments.empty)).toBeTruthy();
  fireEvent.click(screen.getByText(m.comments.placeNow));
  const box = screen.getByLabelText<HTMLTextAreaElement>(m.comments.write);
  fireEvent.change(box, { target: { value: 'Why?' } });
  fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(box.value).toBe(''));
  expect(sent[0]).toEqual({ method: 'POST', path: '/api/v1/contacts/a/comments', body: { text: 'Why?', atMillis: 12_300, replyTo: null } });
});

test('a comment that was refused stays in its box, with the reason', async () => {
  answer = () => jsonOf({ title: 'Bad request', status: 400, detail: 'Too long.' }, 400);
  render(around(<Tab comments={[]} first={{ text: 'Why?', atMillis: null, asked: null }} />));
  fireEvent.click(screen.getByText(m.save));
  expect(await screen.findByText('Too long.')).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>(m.comments.write).value).toBe('Why?');
});

test('the time of a comment goes there, with what is said then beside it', () => {
  const places: number[] = [];
  render(around(<Tab comments={[comment({})]} onSeek={(millis) => places.push(millis)} />));
  expect(screen.getByText(/You will get a refund/)).toBeTruthy();
  fireEvent.click(screen.getByText('01:23'));
  expect(places).toEqual([83_000]);
});

test('only one’s own comment can be deleted, and not by one click', async () => {
  answer = () => new Response(null, { status: 204 });
  const { rerender } = render(around(<Tab comments={[comment({})]} />));
  expect(screen.queryByLabelText(m.comments.removeLabel)).toBeNull();
  rerender(around(<Tab comments={[comment({ own: true }), comment({ id: 'c2', replyTo: 'c1' })]} />));
  fireEvent.click(screen.getByLabelText(m.comments.removeLabel));
  expect(sent).toEqual([]);
  expect(screen.getByText(m.comments.removeReally(1))).toBeTruthy();
  fireEvent.click(screen.getByText(m.comments.remove));
  await waitFor(() => expect(sent[0]).toEqual({ method: 'DELETE', path: '/api/v1/contacts/a/comments/c1', body: null }));
});
