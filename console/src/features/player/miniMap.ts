import { spanOf, type View } from '@/shared/playback/timeWindow';

/** What the pointer takes hold of on the mini-map. */
export type Grip = 'begin' | 'end' | 'lens' | 'ground';

const EDGE_PX = 7;

/** Edges first, a little beyond the lens too. Where the lens covers all there is nothing to move: a new one is drawn. */
export function gripAt(x: number, left: number, right: number, wholeInSight: boolean): Grip {
  if (wholeInSight) return 'ground';
  if (Math.abs(x - left) <= EDGE_PX && x - left < (right - left) / 2) return 'begin';
  if (Math.abs(x - right) <= EDGE_PX) return 'end';
  return x > left && x < right ? 'lens' : 'ground';
}

/** The view after the pointer went from `from` to `to`, both as times, having taken hold of `grip` of `view`. */
export function dragged(view: View, grip: Grip, from: number, to: number): View {
  switch (grip) {
    case 'begin':
      return { beginMillis: Math.min(view.beginMillis + to - from, view.endMillis), endMillis: view.endMillis };
    case 'end':
      return { beginMillis: view.beginMillis, endMillis: Math.max(view.endMillis + to - from, view.beginMillis) };
    case 'lens':
      return { beginMillis: view.beginMillis + to - from, endMillis: view.endMillis + to - from };
    case 'ground':
      return { beginMillis: Math.min(from, to), endMillis: Math.max(from, to) };
  }
}

/** The same length around this time. */
export function centred(view: View, millis: number): View {
  const half = spanOf(view) / 2;
  return { beginMillis: millis - half, endMillis: millis + half };
}
