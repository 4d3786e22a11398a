import { useCallback, useEffect, useRef, useState } from 'react';
import { ALL_THAT_MATCH, extendedTo, NOTHING_SELECTED, toggled, toggledShown, type Selection } from './selection';

/** What is selected in this list; another list begins with nothing. */
export function useSelection(address: string, shown: readonly string[]) {
  const [held, setHeld] = useState({ address, selection: NOTHING_SELECTED });
  const selection = held.address === address ? held.selection : NOTHING_SELECTED;
  const latest = useRef({ address, shown, selection });
  useEffect(() => {
    latest.current = { address, shown, selection };
  });
  const change = useCallback((step: (selection: Selection, shown: readonly string[]) => Selection) => {
    const now = latest.current;
    setHeld({ address: now.address, selection: step(now.selection, now.shown) });
  }, []);
  const setSelection = useCallback((next: Selection) => change(() => next), [change]);
  const toggle = useCallback(
    (id: string, range: boolean) => change((before, rows) => (range ? extendedTo(before, id, rows) : toggled(before, id, rows))),
    [change],
  );
  const toggleShown = useCallback(() => change(toggledShown), [change]);
  const selectAll = useCallback(() => setSelection(ALL_THAT_MATCH), [setSelection]);
  const clear = useCallback(() => setSelection(NOTHING_SELECTED), [setSelection]);
  return { selection, setSelection, toggle, toggleShown, selectAll, clear };
}
