import { useCallback, useEffect, useRef } from 'react';
import { Scope } from './scope';

/** Runs at once, then at most once every `millis`; the last call of a burst is never lost. */
export class Throttle {
  readonly #scope = new Scope();
  readonly #millis: number;
  #resting = false;
  #again: (() => void) | null = null;

  constructor(millis: number) {
    this.#millis = millis;
  }

  run(what: () => void): void {
    if (this.#scope.disposed) return;
    if (this.#resting) {
      this.#again = what;
      return;
    }
    this.#resting = true;
    this.#scope.after(this.#millis, () => {
      this.#resting = false;
      const again = this.#again;
      this.#again = null;
      if (again) this.run(again);
    });
    what();
  }

  /** Forgets what waits. */
  dispose(): void {
    this.#scope.dispose();
  }
}

/** A throttle that ends with the component. */
export function useThrottle(millis: number): (what: () => void) => void {
  const throttle = useRef<Throttle | null>(null);
  useEffect(() => {
    const own = new Throttle(millis);
    throttle.current = own;
    return () => own.dispose();
  }, [millis]);
  return useCallback((what: () => void) => throttle.current?.run(what), []);
}
