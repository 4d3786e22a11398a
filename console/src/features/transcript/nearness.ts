import { Scope } from '@/shared/scope';

/** Two heights of the box above and below, so that scrolling does not overtake it. */
const MARGIN = '200% 0px';

/**
 * Tells elements of a scrolling box whether they are near what is in sight. A call of two hours has
 * eighteen thousand words; only near turns have an element for each.
 *
 * Elements may be watched before the box is there.
 */
export class Nearness {
  #observer: IntersectionObserver | null = null;
  readonly #told = new Map<Element, (near: boolean) => void>();

  /** Gives back a function that ends it; after that `start` may be called again. */
  start(box: Element): () => void {
    const scope = new Scope();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) this.#told.get(target)?.(isIntersecting);
      },
      { root: box, rootMargin: MARGIN },
    );
    this.#observer = observer;
    for (const element of this.#told.keys()) observer.observe(element);
    scope.own(() => {
      observer.disconnect();
      this.#observer = null;
    });
    return () => scope.dispose();
  }

  watch(element: Element, tell: (near: boolean) => void): () => void {
    this.#told.set(element, tell);
    this.#observer?.observe(element);
    return () => {
      this.#told.delete(element);
      this.#observer?.unobserve(element);
    };
  }
}
