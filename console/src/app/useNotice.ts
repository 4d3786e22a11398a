import { useCallback, useEffect, useState } from 'react';

export interface Notice {
  readonly type: 'success' | 'warning' | 'error';
  readonly text: string;
  /** What can be done about it with one click; the notice stays longer then. */
  readonly action?: { readonly text: string; readonly run: () => void };
}

const SHOWN_MILLIS = 5_000;
const SHOWN_WITH_ACTION_MILLIS = 20_000;

/** One line about what was just done; it goes by itself, an error stays until the next. */
export function useNotice() {
  const [notice, setNotice] = useState<Notice | null>(null);
  useEffect(() => {
    if (!notice || notice.type === 'error') return;
    const timer = setTimeout(() => setNotice(null), notice.action ? SHOWN_WITH_ACTION_MILLIS : SHOWN_MILLIS);
    return () => clearTimeout(timer);
  }, [notice]);
  const show = useCallback((next: Notice) => setNotice(next), []);
  const hide = useCallback(() => setNotice(null), []);
  return { notice, show, hide };
}
