import type { BulkAction } from '@/api/types';

export const isMoving = ({ state }: BulkAction): boolean => state === 'running' || state === 'undoing';

/** Puts the newest state of an action into the list, first if it is new to it. */
export function withAction(actions: readonly BulkAction[], action: BulkAction): BulkAction[] {
  if (!actions.some(({ id }) => id === action.id)) return [action, ...actions];
  return actions.map((one) => (one.id === action.id ? newer(one, action) : one));
}

const ORDER: readonly BulkAction['state'][] = ['running', 'complete', 'undoing', 'undone'];

/** An answer that was on its way when an event came must not set the action back. */
function newer(shown: BulkAction, action: BulkAction): BulkAction {
  const [was, is] = [ORDER.indexOf(shown.state), ORDER.indexOf(action.state)];
  return is < was || (is === was && action.done < shown.done && action.state === 'running') ? shown : action;
}

const REMEMBERED_MILLIS = 10 * 60_000;

/** What is worth a place on the page: what goes on, and what ended lately, unless it was closed. */
export function worthShowing(actions: readonly BulkAction[], closed: ReadonlySet<string>, now: Date): readonly BulkAction[] {
  const since = now.getTime() - REMEMBERED_MILLIS;
  return actions.filter(
    (action) => isMoving(action) || (!closed.has(action.id) && Date.parse(action.endedAt ?? action.createdAt) >= since),
  );
}

/** Changes when the contacts of a list may have left or joined it by what the reader did. */
export function doneIn(actions: readonly BulkAction[]): string {
  return actions
    .filter((action) => !isMoving(action))
    .map(({ id, state }) => `${id} ${state}`)
    .join();
}
