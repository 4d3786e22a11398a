export type Action =
  | { readonly kind: 'toggle' | 'search' | 'help' | 'copyLink' | 'comment' | 'correct' }
  | { readonly kind: 'previousTurn' | 'nextTurn' | 'nextCustomerTurn' }
  | { readonly kind: 'slower' | 'faster' | 'skipSilence' }
  | { readonly kind: 'loopFrom' | 'loopTo' | 'loopClear' }
  | { readonly kind: 'zoomIn' | 'zoomOut' | 'zoomFit' }
  | { readonly kind: 'mute' | 'solo'; readonly lane: 0 | 1 }
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
  '}': { kind: 'nextCustomerTurn' },
  a: { kind: 'loopFrom' },
  b: { kind: 'loopTo' },
  x: { kind: 'loopClear' },
  s: { kind: 'skipSilence' },
  m: { kind: 'mute', lane: 0 },
  n: { kind: 'mute', lane: 1 },
  M: { kind: 'solo', lane: 0 },
  N: { kind: 'solo', lane: 1 },
  '+': { kind: 'zoomIn' },
  '-': { kind: 'zoomOut' },
  '0': { kind: 'zoomFit' },
  y: { kind: 'copyLink' },
  '<': { kind: 'slower' },
  '>': { kind: 'faster' },
  '/': { kind: 'search' },
  c: { kind: 'comment' },
  e: { kind: 'correct' },
  '?': { kind: 'help' },
};

const WITH_SHIFT: Record<string, Action> = {
  ArrowLeft: { kind: 'skip', millis: -15_000 },
  ArrowRight: { kind: 'skip', millis: 15_000 },
};

/** Controls that need the key themselves. */
const TYPING = 'input:not([type="range"], [type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="menu"]';
const PRESSED_WITH_SPACE = 'input, button, a, summary, [role="button"], [role="tab"], [role="radio"], [role="option"]';
const MOVED_WITH_ARROWS = 'input, [role="tab"], [role="radio"], [role="radiogroup"], [role="menuitem"]';

/** Whether letters typed here belong to the control, or to the dialog it is in. */
export const ownsKeys = (target: Element): boolean => target.closest(`${TYPING}, [role="dialog"]`) !== null;

/** What a key means on the record page; null if it is none of ours, or the focused control's own. */
export function actionFor(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  target: Element | null,
): Action | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const action = (event.shiftKey ? WITH_SHIFT[event.key] : undefined) ?? ACTIONS[event.key];
  if (!action) return null;
  if (target && ownsKeys(target)) return null;
  if (event.key === ' ' && target?.closest(PRESSED_WITH_SPACE)) return null;
  if (event.key.startsWith('Arrow') && target?.closest(MOVED_WITH_ARROWS)) return null;
  return action;
}
