export type Action =
  | { readonly kind: 'toggle' | 'search' | 'help' | 'previousTurn' | 'nextTurn' | 'slower' | 'faster' }
  | { readonly kind: 'skip'; readonly millis: number };

const ACTIONS: Record<string, Action> = {
  ' ': { kind: 'toggle' },
  k: { kind: 'toggle' },
  j: { kind: 'skip', millis: -10_000 },
  l: { kind: 'skip', millis: 10_000 },
  ArrowLeft: { kind: 'skip', millis: -5_000 },
  ArrowRight: { kind: 'skip', millis: 5_000 },
  '[': { kind: 'previousTurn' },
  ']': { kind: 'nextTurn' },
  '<': { kind: 'slower' },
  '>': { kind: 'faster' },
  '/': { kind: 'search' },
  '?': { kind: 'help' },
};

/** Controls that need the key themselves. */
const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="menu"]';
const PRESSED_WITH_SPACE = 'button, a, summary, [role="button"], [role="tab"], [role="radio"], [role="option"]';
const MOVED_WITH_ARROWS = '[role="tab"], [role="radio"], [role="radiogroup"], [role="menuitem"]';

/** What a key means on the record page; null if it is none of ours, or the focused control's own. */
export function actionFor(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>, target: Element | null): Action | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const action = ACTIONS[event.key];
  if (!action) return null;
  if (target?.closest(TYPING)) return null;
  if (target?.closest('[role="dialog"]')) return null;
  if (event.key === ' ' && target?.closest(PRESSED_WITH_SPACE)) return null;
  if (event.key.startsWith('Arrow') && target?.closest(MOVED_WITH_ARROWS)) return null;
  return action;
}
