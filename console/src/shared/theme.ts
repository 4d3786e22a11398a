import { applyDensity, applyMode, Density, Mode } from '@cloudscape-design/global-styles';
import { useSyncExternalStore } from 'react';

const KEY = 'aftercall-theme';
const listeners = new Set<() => void>();
const systemDark = () => window.matchMedia('(prefers-color-scheme: dark)');

function chosen(): 'light' | 'dark' | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null; // storage is blocked: follow the system
  }
}

let choice: 'light' | 'dark' | null = null;

export function isDark(): boolean {
  return choice === null ? systemDark().matches : choice === 'dark';
}

function apply(): void {
  applyMode(isDark() ? Mode.Dark : Mode.Light);
  for (const listener of listeners) listener();
}

/** Once, before the first render. */
export function startTheme(): void {
  choice = chosen();
  systemDark().addEventListener('change', apply);
  const wide = window.matchMedia('(min-width: 800px)');
  const density = () => applyDensity(wide.matches ? Density.Compact : Density.Comfortable);
  wide.addEventListener('change', density);
  density();
  apply();
}

export function toggleDark(): void {
  choice = isDark() ? 'light' : 'dark';
  try {
    if ((choice === 'dark') === systemDark().matches) {
      localStorage.removeItem(KEY);
      choice = null;
    } else localStorage.setItem(KEY, choice);
  } catch {
    // storage is blocked: the choice lasts as long as the page
  }
  apply();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}
