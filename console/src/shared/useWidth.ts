import { Scope } from '@/shared/scope';
import { useEffect, useRef, useState } from 'react';

/** A ref for an element, and its width in CSS pixels; 0 before it is measured. */
export function useWidth<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const scope = new Scope();
    setWidth(element.clientWidth);
    scope.observeSize(element, () => setWidth(element.clientWidth));
    return () => scope.dispose();
  }, []);
  return { ref, width };
}
