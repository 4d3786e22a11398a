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
