import createClient from 'openapi-fetch';
import type { paths } from './schema';
import type {
  ContactList,
  ListQuery,
  PlaybackUrl,
  Problem,
  RecordPage,
  Session,
  StepName,
  Transcript,
} from './types';

/** The server answered, and said no. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
    this.status = status;
    this.problem = problem;
  }
}

/** No answer came: the server is stopped, restarting, or the network is down. */
export class ServerUnreachable extends Error {
  constructor(cause: unknown) {
    super('The server does not answer.', { cause });
    this.name = 'ServerUnreachable';
  }
}

// The header tells the server that a page of its own sent this, and no form of another site.
const client = createClient<paths>({
  baseUrl: typeof location === 'undefined' ? 'http://localhost' : location.origin,
  headers: { 'X-Aftercall': '1' },
  credentials: 'same-origin',
  fetch: (request) => globalThis.fetch(request),
});

type Answer<T> = { data?: T; error?: unknown; response: Response };

function problemOf(response: Response, error: unknown): Problem {
  if (error !== null && typeof error === 'object' && 'title' in error) return error as Problem;
  return { title: response.statusText || `Status ${response.status}`, status: response.status };
}

async function answered<T>(call: Promise<Answer<T>>): Promise<Answer<T>> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ServerUnreachable(cause);
  }
  if (!answer.response.ok) throw new ApiProblem(answer.response.status, problemOf(answer.response, answer.error));
  return answer;
}

async function dataOf<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await answered(call)).data as T;
}

const at = (contactId: string) => ({ path: { contactId } });

export const api = {
  session: (signal?: AbortSignal): Promise<Session> => dataOf(client.GET('/api/v1/session', { signal })),
  signIn: (body: { token: string } | { code: string }): Promise<Session> =>
    dataOf(client.POST('/api/v1/session', { body })),
  signOut: (): Promise<unknown> => answered(client.DELETE('/api/v1/session')),
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
  swapSides: (contactId: string, swapped: boolean): Promise<unknown> =>
    answered(client.PUT('/api/v1/contacts/{contactId}/channels', { params: at(contactId), body: { swapped } })),
};

const base = (contactId: string) => `/api/v1/contacts/${encodeURIComponent(contactId)}`;

export const urls = {
  transcript: (contactId: string, format: string): string => `${base(contactId)}/transcript.${format}`,
  attachment: (contactId: string, name: string): string =>
    `${base(contactId)}/attachments/${encodeURIComponent(name)}`,
};
