import type { ContactSummary } from '@/api/types';

export interface Reconciled {
  /** What is shown, each in its place, with its newest values. */
  readonly rows: readonly ContactSummary[];
  /** In the answer, but not shown. */
  readonly arrived: number;
  /** Shown, but no longer in the part of the view that the answer covers. */
  readonly left: number;
}

/**
 * Brings the newest answer into the rows on the screen without moving one of them. `fresh` is the
 * begin of the same view; `complete` says that it is the whole of it, so that rows it lacks have left.
 */
export function reconcile(
  shown: readonly ContactSummary[],
  fresh: readonly ContactSummary[],
  complete: boolean,
): Reconciled {
  const newest = new Map(fresh.map((contact) => [contact.contactId, contact]));
  const known = new Set(shown.map((contact) => contact.contactId));
  const arrived = fresh.filter((contact) => !known.has(contact.contactId)).length;
  const lastCovered = complete ? shown.length - 1 : lastIndexIn(shown, newest);
  let left = 0;
  const rows = shown.map((contact, index) => {
    const update = newest.get(contact.contactId);
    if (!update && index <= lastCovered) left++;
    return update ?? contact;
  });
  return { rows, arrived, left };
}

function lastIndexIn(shown: readonly ContactSummary[], newest: ReadonlyMap<string, ContactSummary>): number {
  for (let i = shown.length - 1; i >= 0; i--) {
    if (newest.has((shown[i] as ContactSummary).contactId)) return i;
  }
  return -1;
}

/** The fresh begin of the view, followed by the shown rows after it that were loaded before. */
export function adopt(
  shown: readonly ContactSummary[],
  fresh: readonly ContactSummary[],
  complete: boolean,
): readonly ContactSummary[] {
  if (complete) return fresh;
  const newest = new Map(fresh.map((contact) => [contact.contactId, contact]));
  return [...fresh, ...shown.slice(lastIndexIn(shown, newest) + 1)];
}
