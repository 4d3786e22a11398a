import { Scope } from '@/shared/scope';

/** Where to scroll so that an element stands a third below the top; null if it is comfortably in sight. */
export function scrollTarget(
  box: { scrollTop: number; height: number },
  element: { top: number; height: number },
): number | null {
  const top = element.top - box.scrollTop;
  const margin = Math.min(48, box.height / 6);
  if (top >= margin && top + element.height <= box.height - margin) return null;
  if (element.height > box.height - 2 * margin) return Math.max(0, element.top - margin);
  return Math.max(0, element.top - box.height / 3);
}

/** Tells when a person scrolls the box by wheel, finger, key or scroll bar; not when a program does. */
export function onPersonScrolls(box: HTMLElement, scrolled: () => void): () => void {
  const scope = new Scope();
  const keys = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown']);
  scope.listen(box, 'wheel', scrolled, { passive: true });
  scope.listen(box, 'touchmove', scrolled, { passive: true });
  scope.listen(box, 'keydown', (event) => {
    if (keys.has(event.key)) scrolled();
  });
  scope.listen(box, 'pointerdown', (event) => {
    // Beside the content is the scroll bar.
    if (event.target === box && event.offsetX > box.clientWidth) scrolled();
  });
  return () => scope.dispose();
}
