import { useCallback, useEffect, useState } from 'react';

export interface Notice {
  readonly type: 'success' | 'warning' | 'error';
  readonly text: string;
}

const SHOWN_MILLIS = 5_000;

/** One line about what was just done; it goes by itself, an error stays until the next. */
export function useNotice() {
  const [notice, setNotice] = useState<Notice | null>(null);
  useEffect(() => {
    if (!notice || notice.type === 'error') return;
    const timer = setTimeout(() => setNotice(null), SHOWN_MILLIS);
    return () => clearTimeout(timer);
  }, [notice]);
  const show = useCallback((next: Notice) => setNotice(next), []);
  return { notice, show };
}
