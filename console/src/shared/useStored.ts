import { useCallback, useState } from 'react';

/** A choice that this browser remembers. What is stored may be old or broken: only known keys of the same type count. */
export function useStored<T extends object>(key: string, initial: T): [T, (part: Partial<T>) => void] {
  const [value, setValue] = useState<T>(() => ({ ...initial, ...known(key, initial) }));
  const change = useCallback(
    (part: Partial<T>) =>
      setValue((before) => {
        const next = { ...before, ...part };
        try {
          localStorage.setItem(key, JSON.stringify(next));
        } catch {
          // storage is blocked: the choice lasts as long as the page
        }
        return next;
      }),
    [key],
  );
  return [value, change];
}

function known<T extends object>(key: string, initial: T): Partial<T> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (stored === null || typeof stored !== 'object') return {};
    return Object.fromEntries(
      Object.entries(stored).filter(([name, value]) => typeof value === typeof initial[name as keyof T]),
    ) as Partial<T>;
  } catch {
    return {};
  }
}
