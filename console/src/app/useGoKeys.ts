import { useEffect, useRef } from 'react';
import { ownsKeys } from './keys';

const PAGES: Record<string, string> = { c: '/contacts', d: '/dashboard', u: '/upload', f: '/contact-flow' };
const WITHIN_MILLIS = 1_500;

/** `g` and then a letter soon after: where they lead, null for everything else. */
export function goTarget(lastGMillis: number | null, key: string, nowMillis: number): string | null {
  if (lastGMillis === null || nowMillis - lastGMillis > WITHIN_MILLIS) return null;
  return PAGES[key] ?? null;
}

export function useGoKeys(go: (path: string) => void): void {
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    let lastG: number | null = null;
    // Before the page's own keys hear it, since the second letter may be one of them.
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && ownsKeys(event.target)) return;
      const target = goTarget(lastG, event.key, event.timeStamp);
      lastG = event.key === 'g' ? event.timeStamp : null;
      if (target === null) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(target);
    };
    document.addEventListener('keydown', pressed, true);
    return () => document.removeEventListener('keydown', pressed, true);
  }, []);
}
