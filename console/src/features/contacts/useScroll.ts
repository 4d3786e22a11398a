import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** A new list begins at its top; one that the reader comes back to, where it was left. `ready`: there are rows. */
export function useScroll(place: RefObject<HTMLElement | null>, address: string, returning: boolean, ready: boolean): void {
  const queries = useQueryClient();
  const shown = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (!ready || shown.current === address || !place.current) return;
    shown.current = address;
    place.current.scrollTop = (returning && queries.getQueryData<number>(['contacts-scroll', address])) || 0;
  }, [address, ready, returning, place, queries]);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const keep = () => queries.setQueryData(['contacts-scroll', address], element.scrollTop);
    element.addEventListener('scrollend', keep);
    return () => element.removeEventListener('scrollend', keep);
  }, [address, place, queries]);
}
