import { readRecordState, withRecordState, type RecordState, type Tab } from '@/shared/urlState';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';

/** The record page's part of the address. Changes replace the entry, so that Back leaves the page. */
export function useRecordState() {
  const [params, setParams] = useSearchParams();
  const state = readRecordState(params);
  const [startMillis] = useState(state.timeMillis);
  const change = useCallback(
    (part: Partial<RecordState>) => setParams((now) => withRecordState(now, part), { replace: true, preventScrollReset: true }),
    [setParams],
  );
  const setTime = useCallback((timeMillis: number) => change({ timeMillis }), [change]);
  const setQuery = useCallback((query: string) => change({ query }), [change]);
  const setTab = useCallback((tab: Tab) => change({ tab }), [change]);
  return { tab: state.tab, query: state.query, startMillis, setTime, setQuery, setTab };
}
