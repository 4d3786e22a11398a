/** Small habits of the person at this browser, such as the speed: kept in the browser, lost without harm. */

const PREFIX = 'aftercall-';

/** Null if nothing is kept, or the browser does not keep anything. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Storage is blocked or full: it lasts as long as the page.
  }
}
