import type { Turn } from '@/api/types';
import { nextRate } from '@/features/player/rates';
import type { Playback } from '@/shared/playback/playback';
import { nextTurnMillis, previousTurnMillis } from '@/shared/turns';
import { useEffect, useRef, type RefObject } from 'react';
import { actionFor, type Action } from './keys';

interface Controls {
  playback: Playback;
  turns: readonly Turn[];
  searchBox: RefObject<HTMLInputElement | null>;
  onHelp: () => void;
}

export function useRecordKeys(controls: Controls): void {
  const latest = useRef(controls);
  useEffect(() => {
    latest.current = controls;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const action = actionFor(event, event.target instanceof Element ? event.target : null);
      if (!action) return;
      event.preventDefault();
      perform(action, latest.current);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

function perform(action: Action, { playback, turns, searchBox, onHelp }: Controls): void {
  const { timeMillis, state } = playback;
  switch (action.kind) {
    case 'toggle':
      return playback.toggle();
    case 'skip':
      return playback.skip(action.millis);
    case 'previousTurn':
      return playback.seek(previousTurnMillis(turns, timeMillis));
    case 'nextTurn':
      return playback.seek(nextTurnMillis(turns, timeMillis) ?? timeMillis);
    case 'slower':
      return playback.setRate(nextRate(state.rate, -1));
    case 'faster':
      return playback.setRate(nextRate(state.rate, 1));
    case 'search':
      searchBox.current?.focus();
      return searchBox.current?.select();
    case 'help':
      return onHelp();
  }
}
