import { Scope } from '@/shared/scope';
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';

interface Props {
  label: string;
  onClose: () => void;
  children: ReactNode;
}

const FOCUSABLE = 'input, button, select, textarea, a[href]';
const MARGIN = 8;

/**
 * A small window below the button that opened it. Escape and a click elsewhere close it; Escape gives the
 * focus back to the button, which is the element before it.
 */
export function FilterPanel({ label, onClose, children }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  useLayoutEffect(() => {
    const element = panel.current;
    if (!element) return undefined;
    const overflow = element.getBoundingClientRect().right + MARGIN - document.documentElement.clientWidth;
    if (overflow > 0) element.style.marginInlineStart = `${-overflow}px`;
    element.querySelector<HTMLElement>(`[data-first], ${FOCUSABLE}`)?.focus();
    return undefined;
  }, []);

  useEffect(() => {
    const element = panel.current;
    const scope = new Scope();
    const outside = (event: Event) => {
      const anchor = element?.parentElement;
      if (event.target instanceof Node && event.target.isConnected && !anchor?.contains(event.target)) close.current();
    };
    scope.listen(document, 'pointerdown', outside);
    scope.listen(document, 'focusin', outside);
    scope.listen(document, 'keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      const opener = element?.parentElement?.querySelector<HTMLElement>('[aria-expanded]');
      close.current();
      opener?.focus();
    });
    return () => scope.dispose();
  }, []);

  return (
    <div className="filter-panel" role="dialog" aria-label={label} ref={panel}>
      <p className="filter-title">{label}</p>
      {children}
    </div>
  );
}
