export type ListAction = 'next' | 'previous' | 'select' | 'selectRange' | 'search' | 'filter' | 'help' | 'clear';

const ACTIONS: Record<string, ListAction> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  x: 'select',
  X: 'selectRange',
  '/': 'search',
  f: 'filter',
  '?': 'help',
  Escape: 'clear',
};

/** Controls that need the key themselves. */
const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="menu"], [role="dialog"]';
const OPENED_WITH_ARROWS = '[aria-haspopup], [role="tab"], [role="radio"], [role="menuitem"]';

/** What a key means on the list; null if it is none of ours, or the focused control's own. */
export function listActionFor(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>, target: Element | null): ListAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const action = ACTIONS[event.key];
  if (!action || target?.closest(TYPING)) return null;
  if (event.key.startsWith('Arrow') && target?.closest(OPENED_WITH_ARROWS)) return null;
  return action;
}

/** The place after a step, held between the first and the last; from nowhere to the first. */
export function stepped(current: number, direction: 1 | -1, count: number): number {
  if (count === 0) return -1;
  if (current < 0) return 0;
  return Math.min(count - 1, Math.max(0, current + direction));
}
