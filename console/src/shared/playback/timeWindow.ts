/** The part of a recording that is in sight. Times are milliseconds. */
export interface View {
  readonly beginMillis: number;
  readonly endMillis: number;
}

/** Closer than this there is nothing more to see: the finest peaks stand for 32 ms at 8 kHz. */
export const SHORTEST_VIEW_MILLIS = 8_000;

/** A step in time larger than this is a seek, not playing on. */
const SEEK_MILLIS = 1_000;

export const spanOf = (view: View): number => view.endMillis - view.beginMillis;

/** This span, moved and cut so that it lies in the recording, and never shorter than the shortest view. */
export function fitted(beginMillis: number, spanMillis: number, durationMillis: number): View {
  const span = Math.min(Math.max(spanMillis, SHORTEST_VIEW_MILLIS), durationMillis);
  const begin = Math.min(Math.max(0, beginMillis), durationMillis - span);
  return { beginMillis: begin, endMillis: begin + span };
}

/** Below 1 `factor` brings closer. What lies at `anchorMillis` stays where it is on the screen. */
export function zoomed(view: View, factor: number, anchorMillis: number, durationMillis: number): View {
  const before = spanOf(view);
  const span = Math.min(Math.max(before * factor, SHORTEST_VIEW_MILLIS), durationMillis);
  const share = before > 0 ? (anchorMillis - view.beginMillis) / before : 0;
  return fitted(anchorMillis - share * span, span, durationMillis);
}

/**
 * Playing that runs out of sight on the right turns the page; a seek out of sight brings its place to the
 * middle. Someone who looks elsewhere while it plays is left there.
 */
export function followed(view: View, before: number, now: number, durationMillis: number): View {
  const sees = (millis: number) => millis >= view.beginMillis && millis <= view.endMillis;
  if (sees(now)) return view;
  const span = spanOf(view);
  const playsOn = now >= before && now - before < SEEK_MILLIS;
  if (!playsOn) return fitted(now - span / 2, span, durationMillis);
  return sees(before) ? fitted(now - span * 0.05, span, durationMillis) : view;
}

/** Holds the view for all who show it: lanes, mini-map, marks, keys. */
export class TimeWindow {
  readonly #listeners = new Set<() => void>();
  #durationMillis = 0;
  #view: View = { beginMillis: 0, endMillis: 0 };

  /** The same object until it changes. */
  get view(): View {
    return this.#view;
  }

  get durationMillis(): number {
    return this.#durationMillis;
  }

  get wholeInSight(): boolean {
    return spanOf(this.#view) >= this.#durationMillis;
  }

  onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A view of the whole stays one of the whole. */
  setDuration(durationMillis: number): void {
    if (durationMillis === this.#durationMillis) return;
    const whole = this.wholeInSight;
    this.#durationMillis = durationMillis;
    if (whole) this.fit();
    else this.show(this.#view.beginMillis, this.#view.endMillis);
  }

  fit(): void {
    this.#become({ beginMillis: 0, endMillis: this.#durationMillis });
  }

  show(beginMillis: number, endMillis: number): void {
    this.#become(fitted(beginMillis, endMillis - beginMillis, this.#durationMillis));
  }

  /** An anchor out of sight counts as the middle. */
  zoom(factor: number, anchorMillis: number): void {
    const { beginMillis, endMillis } = this.#view;
    const inSight = anchorMillis >= beginMillis && anchorMillis <= endMillis;
    const anchor = inSight ? anchorMillis : (beginMillis + endMillis) / 2;
    this.#become(zoomed(this.#view, factor, anchor, this.#durationMillis));
  }

  pan(millis: number): void {
    this.#become(fitted(this.#view.beginMillis + millis, spanOf(this.#view), this.#durationMillis));
  }

  follow(before: number, now: number): void {
    this.#become(followed(this.#view, before, now, this.#durationMillis));
  }

  #become(view: View): void {
    if (view.beginMillis === this.#view.beginMillis && view.endMillis === this.#view.endMillis) return;
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}
