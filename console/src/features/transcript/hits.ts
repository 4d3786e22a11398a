import type { Occurrence } from '@/api/types';

export interface Hit {
  readonly place: Occurrence;
  /** The one that the person is at. */
  readonly current: boolean;
}

/** Hits by turn. A place that was jumped to comes first, and is then the current one. */
export function hitsByTurn(hits: readonly Occurrence[], current: number, spotlight: Occurrence | null): Map<number, Hit[]> {
  const by = new Map<number, Hit[]>();
  const add = (place: Occurrence, isCurrent: boolean) => {
    const hit = { place, current: isCurrent };
    const list = by.get(place.turn);
    if (list) list.push(hit);
    else by.set(place.turn, [hit]);
  };
  if (spotlight) add(spotlight, true);
  hits.forEach((place, index) => add(place, spotlight === null && index === current));
  return by;
}
