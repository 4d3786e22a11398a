import createClient from 'openapi-fetch';
import type { paths } from './schema';
import type {
  BulkAction,
  BulkKind,
  Comment,
  ContactList,
  Correction,
  CountQuery,
  Dashboard,
  DashboardQuery,
  Diagnosis,
  IntakeResult,
  ListQuery,
  PlaybackUrl,
  Preferences,
  Problem,
  RecordPage,
  SavedView,
  StepName,
  SyntaxSide,
  SyntaxToken,
  Transcript,
  Turn,
  ValueField,
  ViewContent,
} from './types';

/** The server answered, and said no. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly problem: Problem;
  /** After how long the server wants to be asked again; null if it does not say. */
  readonly retryAfterSeconds: number | null;

  constructor(status: number, problem: Problem, retryAfterSeconds: number | null = null) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
    this.status = status;
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** No answer came: the server is stopped, restarting, or the network is down. */
export class ServerUnreachable extends Error {
  constructor(cause: unknown) {
    super('The server does not answer.', { cause });
    this.name = 'ServerUnreachable';
  }
}

let bearer: string | null = null;

/** From now on calls are made with this token instead of the session's cookie. */
export function authorizeWith(token: string): void {
  bearer = token;
}

/** Whether calls carry the session's cookie, which is all that an event stream or a link can carry. */
export function hasSession(): boolean {
  return bearer === null;
}

function send(request: Request): Promise<Response> {
  if (bearer === null) return globalThis.fetch(request);
  request.headers.set('Authorization', `Bearer ${bearer}`);
  return globalThis.fetch(new Request(request, { credentials: 'omit' }));
}

// The header tells the server that a page of its own sent this, and no form of another site.
export const client = createClient<paths>({
  baseUrl: typeof location === 'undefined' ? 'http://localhost' : location.origin,
  headers: { 'X-Aftercall': '1' },
  credentials: 'same-origin',
  fetch: send,
});

type Answer<T> = { data?: T; error?: unknown; response: Response };

function problemOf(response: Response, error: unknown): Problem {
  if (error !== null && typeof error === 'object' && 'title' in error) return error as Problem;
  return { title: response.statusText || `Status ${response.status}`, status: response.status };
}

/** The answer, if it is a good one; else throws what went wrong. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<Answer<T>> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ServerUnreachable(cause);
  }
  const { response } = answer;
  if (!response.ok) throw new ApiProblem(response.status, problemOf(response, answer.error), retryAfter(response));
  return answer;
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('Retry-After') ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

export async function dataOf<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await answered(call)).data as T;
}

const at = (contactId: string) => ({ path: { contactId } });
const atTurn = (contactId: string, turn: number) => ({ path: { contactId, turn } });

export const api = {
  handIn: (records: object[]): Promise<IntakeResult> =>
    dataOf(client.POST('/api/v1/contact-records', { body: records })),
  contacts: (query: ListQuery, signal?: AbortSignal): Promise<ContactList> =>
    dataOf(client.GET('/api/v1/contacts', { params: { query }, signal })),
  contact: (contactId: string, signal?: AbortSignal): Promise<RecordPage> =>
    dataOf(client.GET('/api/v1/contacts/{contactId}', { params: at(contactId), signal })),
  transcript: (contactId: string, signal?: AbortSignal): Promise<Transcript> =>
    dataOf(client.GET('/api/v1/contacts/{contactId}/transcript', { params: at(contactId), signal })),
  waveform: async (contactId: string, samplesPerPixel: number, signal?: AbortSignal): Promise<ArrayBuffer> =>
    (await dataOf(
      client.GET('/api/v1/contacts/{contactId}/waveform.dat', {
        params: { ...at(contactId), query: { samplesPerPixel, bits: 8 } },
        parseAs: 'arrayBuffer',
        signal,
      }),
    )) as ArrayBuffer,
  playbackUrl: (contactId: string): Promise<PlaybackUrl> =>
    dataOf(client.POST('/api/v1/contacts/{contactId}/playback-url', { params: at(contactId) })),
  retry: (contactId: string, step?: StepName): Promise<unknown> =>
    answered(
      client.POST('/api/v1/contacts/{contactId}/retry', { params: at(contactId), body: step ? { step } : undefined }),
    ),
  /** How many other contacts of the source have it the other way round. */
  swapSides: (contactId: string, swapped: boolean, wholeSource = false): Promise<{ source: string; others: number }> =>
    dataOf(
      client.PUT('/api/v1/contacts/{contactId}/channels', { params: at(contactId), body: { swapped, wholeSource } }),
    ),
  syntax: (contactId: string, side: SyntaxSide, signal?: AbortSignal): Promise<SyntaxToken[]> =>
    dataOf<{ items: SyntaxToken[] }>(
      client.GET('/api/v1/contacts/{contactId}/syntax', { params: { ...at(contactId), query: { side } }, signal }),
    ).then(({ items }) => items),

  correctTurn: (contactId: string, turn: number, text: string | null, expected?: string): Promise<Turn> =>
    dataOf(client.PUT('/api/v1/contacts/{contactId}/turns/{turn}', { params: atTurn(contactId, turn), body: { text, expected } })),
  turnHistory: (contactId: string, turn: number, signal?: AbortSignal): Promise<Correction[]> =>
    dataOf<{ items: Correction[] }>(
      client.GET('/api/v1/contacts/{contactId}/turns/{turn}/history', { params: atTurn(contactId, turn), signal }),
    ).then(({ items }) => items),

  comments: (contactId: string, signal?: AbortSignal): Promise<Comment[]> =>
    dataOf<{ items: Comment[] }>(
      client.GET('/api/v1/contacts/{contactId}/comments', { params: at(contactId), signal }),
    ).then(({ items }) => items),
  addComment: (
    contactId: string,
    body: { text: string; atMillis?: number | null; replyTo?: string | null },
  ): Promise<Comment> => dataOf(client.POST('/api/v1/contacts/{contactId}/comments', { params: at(contactId), body })),
  editComment: (contactId: string, commentId: string, text: string): Promise<Comment> =>
    dataOf(
      client.PUT('/api/v1/contacts/{contactId}/comments/{commentId}', {
        params: { path: { contactId, commentId } },
        body: { text },
      }),
    ),
  deleteComment: (contactId: string, commentId: string): Promise<unknown> =>
    answered(
      client.DELETE('/api/v1/contacts/{contactId}/comments/{commentId}', { params: { path: { contactId, commentId } } }),
    ),

  deleteContact: (contactId: string): Promise<unknown> =>
    answered(client.DELETE('/api/v1/contacts/{contactId}', { params: at(contactId) })),
  restoreContact: (contactId: string): Promise<unknown> =>
    answered(client.POST('/api/v1/contacts/{contactId}/restore', { params: at(contactId) })),
  embedLink: (contactId: string): Promise<PlaybackUrl> =>
    dataOf(client.POST('/api/v1/contacts/{contactId}/embed-link', { params: at(contactId) })),

  countContacts: (query: CountQuery, signal?: AbortSignal): Promise<{ count: number; more: boolean }> =>
    dataOf(client.GET('/api/v1/contact-count', { params: { query }, signal })),
  values: (field: ValueField, prefix: string, signal?: AbortSignal): Promise<string[]> =>
    dataOf<{ items: string[] }>(
      client.GET('/api/v1/contact-values/{field}', { params: { path: { field }, query: { prefix } }, signal }),
    ).then(({ items }) => items),
  dashboard: (query: DashboardQuery, signal?: AbortSignal): Promise<Dashboard> =>
    dataOf(client.GET('/api/v1/dashboard', { params: { query }, signal })),

  views: (signal?: AbortSignal): Promise<SavedView[]> =>
    dataOf<{ items: SavedView[] }>(client.GET('/api/v1/views', { signal })).then(({ items }) => items),
  createView: (body: ViewContent): Promise<SavedView> => dataOf(client.POST('/api/v1/views', { body })),
  putView: (viewId: string, body: ViewContent): Promise<SavedView> =>
    dataOf(client.PUT('/api/v1/views/{viewId}', { params: { path: { viewId } }, body })),
  deleteView: (viewId: string): Promise<unknown> =>
    answered(client.DELETE('/api/v1/views/{viewId}', { params: { path: { viewId } } })),
  pinView: (viewId: string, pinned: boolean): Promise<unknown> =>
    answered(client.PUT('/api/v1/views/{viewId}/pin', { params: { path: { viewId } }, body: { pinned } })),

  preferences: (signal?: AbortSignal): Promise<Preferences> => dataOf(client.GET('/api/v1/preferences', { signal })),
  putPreferences: (body: Preferences): Promise<unknown> => answered(client.PUT('/api/v1/preferences', { body })),

  checks: (signal?: AbortSignal): Promise<{ id: string; title: string }[]> =>
    dataOf<{ items: { id: string; title: string }[] }>(client.GET('/api/v1/doctor/checks', { signal })).then(
      ({ items }) => items,
    ),
  /** Runs one check, which takes up to half a minute. */
  check: (id: string, signal?: AbortSignal): Promise<Diagnosis> =>
    dataOf<{ checks: Diagnosis[] }>(client.GET('/api/v1/doctor', { params: { query: { check: [id] } }, signal })).then(
      ({ checks }) => checks[0] as Diagnosis,
    ),

  bulkActions: (signal?: AbortSignal): Promise<BulkAction[]> =>
    dataOf<{ items: BulkAction[] }>(client.GET('/api/v1/bulk-actions', { signal })).then(({ items }) => items),
  startBulkAction: (body: { action: BulkKind; contactIds?: string[]; query?: string }): Promise<BulkAction> =>
    dataOf(client.POST('/api/v1/bulk-actions', { body })),
  bulkAction: (id: string, signal?: AbortSignal): Promise<BulkAction> =>
    dataOf(client.GET('/api/v1/bulk-actions/{id}', { params: { path: { id } }, signal })),
  undoBulkAction: (id: string): Promise<BulkAction> =>
    dataOf(client.POST('/api/v1/bulk-actions/{id}/undo', { params: { path: { id } } })),
};

/** What a link leads to, fetched as a call: a link cannot carry a token. */
export async function fetchFile(url: URL): Promise<Blob> {
  const answer = await answered(send(new Request(url)).then((response) => ({ response })));
  return answer.response.blob();
}

const base = (contactId: string) => `/api/v1/contacts/${encodeURIComponent(contactId)}`;

export const urls = {
  events: '/api/v1/events',
  transcript: (contactId: string, format: string): string => `${base(contactId)}/transcript.${format}`,
  attachment: (contactId: string, name: string): string =>
    `${base(contactId)}/attachments/${encodeURIComponent(name)}`,
};
