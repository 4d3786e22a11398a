import type { Loop } from '@/shared/playback/course';
import { readRecordState, withRecordState, type RecordState, type Tab } from '@/shared/urlState';
import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

const WRITE_AFTER_MILLIS = 250;

/**
 * The record page's part of the address. Read once; from then on the page has the say and the address
 * follows a moment later, since the router is too slow to be asked for every letter typed. Changes
 * replace the entry, so that Back leaves the page.
 */
export function useRecordState() {
  const [params, setParams] = useSearchParams();
  const [state, setState] = useState(() => readRecordState(params));
  const [start] = useState(state);

  useEffect(() => {
    const timer = setTimeout(() => {
      const now = new URLSearchParams(window.location.search);
      const next = withRecordState(now, state);
      if (next.toString() !== now.toString()) setParams(next, { replace: true, preventScrollReset: true });
    }, WRITE_AFTER_MILLIS);
    return () => clearTimeout(timer);
  }, [state, setParams]);

  const change = useCallback((part: Partial<RecordState>) => setState((before) => ({ ...before, ...part })), []);
  const setTime = useCallback((timeMillis: number) => change({ timeMillis }), [change]);
  const setQuery = useCallback((query: string) => change({ query }), [change]);
  const setTab = useCallback((tab: Tab) => change({ tab }), [change]);
  const setLoop = useCallback((loop: Loop | null) => change({ loop }), [change]);
  const { timeMillis: startMillis, loop: startLoop } = start;
  return { tab: state.tab, query: state.query, startMillis, startLoop, setTime, setQuery, setTab, setLoop };
}
