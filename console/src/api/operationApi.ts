import { answered, client, dataOf } from './client';
import type { Backfill, BackfillBody, BackfillRequest, Publication, PublicationEntry, RejectedRecord, StepName, Stream } from './types';

type Items<T> = { items: T[] };
type Page<T> = Items<T> & { next?: string | null };

const one = (id: string) => ({ path: { id } });

/** What comes in by streams, and what goes out to Salesforce. */
export const operationApi = {
  publication: (signal?: AbortSignal): Promise<Publication> => dataOf(client.GET('/api/v1/publication', { signal })),
  setPublicationPaused: (paused: boolean): Promise<Publication> => dataOf(client.PUT('/api/v1/publication', { body: { paused } })),
  publicationContacts: (
    query: { state: 'failed' | 'waiting'; limit: number; cursor?: string },
    signal?: AbortSignal,
  ): Promise<Page<PublicationEntry>> => dataOf(client.GET('/api/v1/publication/contacts', { params: { query }, signal })),
  retryPublication: (): Promise<{ contacts: number }> => dataOf(client.POST('/api/v1/publication/retry')),
  retryStep: ({ contactId, step }: { contactId: string; step: StepName }): Promise<unknown> =>
    answered(client.POST('/api/v1/contacts/{contactId}/retry', { params: { path: { contactId } }, body: { step } })),

  streams: async (signal?: AbortSignal): Promise<Stream[]> =>
    (await dataOf<Items<Stream>>(client.GET('/api/v1/streams', { signal }))).items,
  rejected: (query: { limit: number; cursor?: string }, signal?: AbortSignal): Promise<Page<RejectedRecord> & { total: number }> =>
    dataOf(client.GET('/api/v1/rejected-records', { params: { query }, signal })),
  rejectedContent: (id: string, signal?: AbortSignal): Promise<ArrayBuffer> =>
    dataOf<ArrayBuffer>(
      client.GET('/api/v1/rejected-records/{id}/content', { params: one(id), parseAs: 'arrayBuffer', signal }) as never,
    ),
  retryRejected: (id: string): Promise<{ taken: boolean; reason: string | null }> =>
    dataOf(client.POST('/api/v1/rejected-records/{id}/retry', { params: one(id) })),
  dismissRejected: (id: string): Promise<unknown> =>
    answered(client.DELETE('/api/v1/rejected-records/{id}', { params: one(id) })),
  backfills: async (signal?: AbortSignal): Promise<Backfill[]> =>
    (await dataOf<Items<Backfill>>(client.GET('/api/v1/backfills', { signal }))).items,
  startBackfill: (body: BackfillRequest): Promise<Backfill> => dataOf(client.POST('/api/v1/backfills', { body: body as BackfillBody })),
  stopBackfill: (id: string): Promise<unknown> => answered(client.DELETE('/api/v1/backfills/{id}', { params: one(id) })),
};

export const rejectedContentUrl = (id: string): string => `/api/v1/rejected-records/${encodeURIComponent(id)}/content`;
