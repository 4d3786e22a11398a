import type { Dashboard } from '@/api/types';

export interface Arrival {
  readonly queue: string;
  readonly contacts: number;
  /** Of these, how many came with each attribute on. */
  readonly recording: number;
  readonly transcript: number;
}

/** Joins the counts of all contacts with those of the contacts that have an attribute, by queue. */
export function arrivalsOf(all: Dashboard, recording: Dashboard, transcript: Dashboard): Arrival[] {
  const countIn = (dashboard: Dashboard, queue: string) => dashboard.queues.find(({ name }) => name === queue)?.contacts ?? 0;
  return all.queues.map(({ name, contacts }) => ({
    queue: name,
    contacts,
    recording: countIn(recording, name),
    transcript: countIn(transcript, name),
  }));
}
