import { hasSession, urls } from '@/api/client';
import type { BulkAction } from '@/api/types';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Scope } from './scope';

export type Change = 'arrived' | 'state' | 'steps' | 'transcript' | 'comments' | 'deleted' | 'restored';

export type LiveEvent =
  | { readonly kind: 'contact'; readonly contactId: string; readonly change: Change }
  /** So many changed that they are not named. */
  | { readonly kind: 'contacts' }
  | { readonly kind: 'bulk'; readonly action: BulkAction }
  /** The connection was away for a while: what happened meanwhile is not known. */
  | { readonly kind: 'missed' };

/** As much of the browser as live events need. */
export interface Surroundings {
  open(url: string): EventSource;
  visible(): boolean;
  readonly page: EventTarget;
}

const BROWSER: Surroundings = {
  open: (url) => new EventSource(url),
  visible: () => document.visibilityState === 'visible',
  get page() {
    return document;
  },
};

const FIRST_RETRY_MILLIS = 1_000;
const LONGEST_RETRY_MILLIS = 30_000;
/** Long enough for a glance at another tab. */
const HIDDEN_MILLIS = 10_000;

/**
 * The one connection of this tab on which the server tells what changes. It is open while somebody
 * listens and the tab can be seen: browsers allow six connections to a host over HTTP/1.1, and a row of
 * forgotten tabs would use them up. After every gap the listeners get `missed`.
 */
export class LiveConnection {
  readonly #around: Surroundings;
  readonly #listeners = new Set<(event: LiveEvent) => void>();
  readonly #watchers = new Set<() => void>();
  /** Lives as long as there are listeners. */
  #listening: Scope | null = null;
  /** Lives as long as one connection, or one wait for the next. */
  #attempt: Scope | null = null;
  #connected = false;
  #hadConnection = false;
  #failures = 0;
  #cancelHide = () => {};

  constructor(around: Surroundings = BROWSER) {
    this.#around = around;
  }

  /** True while events come by themselves; else whoever shows something has to ask now and then. */
  get connected(): boolean {
    return this.#connected;
  }

  watch = (changed: () => void): (() => void) => {
    this.#watchers.add(changed);
    return () => void this.#watchers.delete(changed);
  };

  subscribe(listener: (event: LiveEvent) => void): () => void {
    this.#listeners.add(listener);
    if (!this.#listening) this.#begin();
    return () => {
      if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.#end();
    };
  }

  #begin(): void {
    const scope = new Scope();
    this.#listening = scope;
    this.#hadConnection = false;
    this.#failures = 0;
    scope.listen(this.#around.page, 'visibilitychange', () => this.#seen(this.#around.visible()));
    if (this.#around.visible()) this.#connect();
  }

  #end(): void {
    this.#listening?.dispose();
    this.#listening = null;
    this.#disconnect();
  }

  #seen(visible: boolean): void {
    this.#cancelHide();
    if (visible) {
      if (!this.#attempt) this.#connect();
    } else {
      this.#cancelHide = this.#listening?.after(HIDDEN_MILLIS, () => this.#disconnect()) ?? (() => {});
    }
  }

  #connect(): void {
    this.#disconnect();
    const scope = new Scope();
    this.#attempt = scope;
    const source = this.#around.open(urls.events);
    scope.own(() => source.close());
    scope.listen(source, 'open', () => this.#opened());
    scope.listen(source, 'error', () => this.#broken());
    for (const type of ['contact', 'contacts', 'bulk']) {
      scope.listen(source, type, (message) => this.#heard(type, (message as MessageEvent<string>).data));
    }
  }

  #disconnect(): void {
    this.#attempt?.dispose();
    this.#attempt = null;
    this.#setConnected(false);
  }

  #opened(): void {
    const gap = this.#hadConnection || this.#failures > 0;
    this.#hadConnection = true;
    this.#failures = 0;
    this.#setConnected(true);
    if (gap) this.#tell({ kind: 'missed' });
  }

  /** The browser would try again by itself, but not after an answer such as 503, and without a longer and longer wait. */
  #broken(): void {
    this.#disconnect();
    const wait = new Scope();
    this.#attempt = wait;
    const millis = Math.min(LONGEST_RETRY_MILLIS, FIRST_RETRY_MILLIS * 2 ** this.#failures++);
    wait.after(millis * (0.75 + Math.random() / 2), () => this.#connect());
  }

  #heard(type: string, data: string): void {
    const event = eventOf(type, data);
    if (event) this.#tell(event);
  }

  #tell(event: LiveEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  #setConnected(connected: boolean): void {
    if (this.#connected === connected) return;
    this.#connected = connected;
    for (const watcher of [...this.#watchers]) watcher();
  }
}

/** Null for what this version of the console does not know. */
export function eventOf(type: string, data: string): LiveEvent | null {
  if (type === 'contacts') return { kind: 'contacts' };
  let body: unknown;
  try {
    body = JSON.parse(data);
  } catch {
    return null;
  }
  if (body === null || typeof body !== 'object') return null;
  if (type === 'bulk') return { kind: 'bulk', action: body as BulkAction };
  const { contactId, change } = body as { contactId?: unknown; change?: unknown };
  if (type !== 'contact' || typeof contactId !== 'string' || typeof change !== 'string') return null;
  return { kind: 'contact', contactId, change: change as Change };
}

const connection = new LiveConnection();

/** Calls `onEvent` with everything that the server tells, as long as the component is there. */
export function useLiveEvents(onEvent: (event: LiveEvent) => void): void {
  const latest = useRef(onEvent);
  useEffect(() => {
    latest.current = onEvent;
  });
  useEffect(() => {
    // A page inside another one reads with a token, which an event stream cannot carry.
    if (!hasSession() || typeof EventSource === 'undefined') return undefined;
    return connection.subscribe((event) => latest.current(event));
  }, []);
}

/** Calls `onChange` when this contact changed, or may have. */
export function useContactEvents(contactId: string, onChange: (change: Change | 'unknown') => void): void {
  useLiveEvents((event) => {
    if (event.kind === 'contact' && event.contactId === contactId) onChange(event.change);
    if (event.kind === 'contacts' || event.kind === 'missed') onChange('unknown');
  });
}

/** Whether events come by themselves now. */
export function useLiveConnected(): boolean {
  return useSyncExternalStore(connection.watch, () => connection.connected);
}
