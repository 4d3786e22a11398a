// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eventOf, LiveConnection, type LiveEvent } from './live';

class Source extends EventTarget {
  closed = false;
  close() {
    this.closed = true;
  }
  say(type: string, data = '{}') {
    this.dispatchEvent(new MessageEvent(type, { data }));
  }
}

let sources: Source[];
let visible: boolean;
let page: EventTarget;
let live: LiveConnection;
let heard: LiveEvent[];
const last = () => sources[sources.length - 1] as Source;

beforeEach(() => {
  vi.useFakeTimers();
  sources = [];
  heard = [];
  visible = true;
  page = new EventTarget();
  live = new LiveConnection({
    open: () => {
      sources.push(new Source());
      return last() as unknown as EventSource;
    },
    visible: () => visible,
    page,
  });
});
afterEach(() => vi.useRealTimers());

function show(now: boolean) {
  visible = now;
  page.dispatchEvent(new Event('visibilitychange'));
}

test('all listeners share one connection, which ends with the last of them', () => {
  const ends = [live.subscribe((event) => heard.push(event)), live.subscribe((event) => heard.push(event))];
  expect(sources).toHaveLength(1);
  last().say('open');
  last().say('contact', '{"contactId":"a","change":"state"}');
  expect(heard).toEqual([
    { kind: 'contact', contactId: 'a', change: 'state' },
    { kind: 'contact', contactId: 'a', change: 'state' },
  ]);
  ends[0]?.();
  expect(last().closed).toBe(false);
  ends[1]?.();
  expect(last().closed).toBe(true);
  expect(live.connected).toBe(false);
});

test('a broken connection is tried again, later and later, and tells that something may be missed', () => {
  live.subscribe((event) => heard.push(event));
  last().say('open');
  last().say('error');
  expect(live.connected).toBe(false);
  vi.advanceTimersByTime(1_300);
  expect(sources).toHaveLength(2);
  last().say('error');
  vi.advanceTimersByTime(1_300);
  expect(sources).toHaveLength(2);
  vi.advanceTimersByTime(1_300);
  expect(sources).toHaveLength(3);
  expect(heard).toEqual([]);
  last().say('open');
  expect(live.connected).toBe(true);
  expect(heard).toEqual([{ kind: 'missed' }]);
});

test('a tab that nobody sees gives its connection up after a while, and takes it again when seen', () => {
  live.subscribe((event) => heard.push(event));
  last().say('open');
  show(false);
  vi.advanceTimersByTime(9_000);
  show(true);
  vi.advanceTimersByTime(60_000);
  expect(last().closed).toBe(false);
  show(false);
  vi.advanceTimersByTime(10_000);
  expect(last().closed).toBe(true);
  show(true);
  expect(sources).toHaveLength(2);
  last().say('open');
  expect(heard).toEqual([{ kind: 'missed' }]);
});

test('nothing is opened for a tab that was never seen, nor after the last listener has left', () => {
  visible = false;
  const end = live.subscribe(() => {});
  expect(sources).toHaveLength(0);
  show(true);
  last().say('error');
  end();
  vi.advanceTimersByTime(60_000);
  expect(sources).toHaveLength(1);
});

test('what is not understood is left out', () => {
  expect(eventOf('contact', '{"contactId":1}')).toBeNull();
  expect(eventOf('contact', 'not json')).toBeNull();
  expect(eventOf('contacts', '')).toEqual({ kind: 'contacts' });
});
