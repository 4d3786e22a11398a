/**
 * Owns listeners, observers and timers. `dispose` ends all of them; after that the scope takes nothing
 * more, so that a late answer cannot revive what is gone.
 */
export class Scope {
  #ends = new Set<() => void>();
  #disposed = false;

  get disposed(): boolean {
    return this.#disposed;
  }

  /** Calls `end` on dispose, at once if that has happened. Gives back a function that ends it earlier. */
  own(end: () => void): () => void {
    if (this.#disposed) {
      end();
      return () => {};
    }
    const once = () => {
      if (this.#ends.delete(once)) end();
    };
    this.#ends.add(once);
    return once;
  }

  listen<K extends string>(
    target: EventTarget,
    type: K,
    listener: (event: K extends keyof GlobalEventHandlersEventMap ? GlobalEventHandlersEventMap[K] : Event) => void,
    options?: AddEventListenerOptions,
  ): () => void {
    if (this.#disposed) return () => {};
    const heard = listener as EventListener;
    target.addEventListener(type, heard, options);
    return this.own(() => target.removeEventListener(type, heard, options));
  }

  after(millis: number, run: () => void): () => void {
    if (this.#disposed) return () => {};
    const timer = setTimeout(() => {
      end();
      run();
    }, millis);
    const end = this.own(() => clearTimeout(timer));
    return end;
  }

  /** Runs once, with the next frame that the browser paints. */
  frame(run: () => void): () => void {
    if (this.#disposed) return () => {};
    const request = requestAnimationFrame(() => {
      end();
      run();
    });
    const end = this.own(() => cancelAnimationFrame(request));
    return end;
  }

  /** Gives back a function that asks for `run`: however often it is called, once with the next frame. */
  oncePerFrame(run: () => void): () => void {
    let asked = false;
    return () => {
      if (asked) return;
      asked = true;
      this.frame(() => {
        asked = false;
        run();
      });
    };
  }

  observeSize(element: Element, resized: () => void): () => void {
    const observer = new ResizeObserver(() => resized());
    observer.observe(element);
    return this.own(() => observer.disconnect());
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const end of [...this.#ends].reverse()) end();
  }
}
