import type { Recording, Turn } from '@/api/types';
import { lanesOf } from '@/features/player/content';
import { nextRate } from '@/features/player/rates';
import type { Playback } from '@/shared/playback/playback';
import type { TimeWindow } from '@/shared/playback/timeWindow';
import { nextTurnMillis, previousTurnMillis, turnsOf } from '@/shared/turns';
import { useEffect, useRef, type RefObject } from 'react';
import { actionFor, type Action } from './keys';

interface Controls {
  playback: Playback;
  recording: Recording | null;
  timeWindow: TimeWindow;
  turns: readonly Turn[];
  searchBox: RefObject<HTMLInputElement | null>;
  onCopyLink: () => void;
  onHelp: () => void;
  /** At the time that the audio is at. Missing in a page that only shows. */
  onComment?: () => void;
  /** The turn that the audio is in. */
  onCorrect?: () => void;
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

function perform(action: Action, controls: Controls): void {
  const { playback, timeWindow, turns, searchBox, onComment, onCorrect } = controls;
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
    case 'nextCustomerTurn':
      return playback.seek(nextTurnMillis(turnsOf(turns, 'customer'), timeMillis) ?? timeMillis);
    case 'loopFrom':
      return playback.loopFrom(timeMillis);
    case 'loopTo':
      return playback.loopTo(timeMillis);
    case 'loopClear':
      return playback.setLoop(null);
    case 'skipSilence':
      return playback.setSkipsSilence(!state.skipsSilence);
    case 'mute':
    case 'solo':
      return mixLane(action.kind, action.lane, controls);
    case 'zoomIn':
      return timeWindow.zoom(0.5, timeMillis);
    case 'zoomOut':
      return timeWindow.zoom(2, timeMillis);
    case 'zoomFit':
      return timeWindow.fit();
    case 'copyLink':
      return controls.onCopyLink();
    case 'slower':
      return playback.setRate(nextRate(state.rate, -1));
    case 'faster':
      return playback.setRate(nextRate(state.rate, 1));
    case 'search':
      searchBox.current?.focus();
      return searchBox.current?.select();
    case 'comment':
      return onComment?.();
    case 'correct':
      return onCorrect?.();
    case 'help':
      return controls.onHelp();
  }
}

/** The upper lane is 0, whichever audio channel it shows. */
function mixLane(kind: 'mute' | 'solo', lane: number, { playback, recording }: Controls): void {
  const channel = recording ? lanesOf(recording)[lane]?.channel : undefined;
  if (channel === undefined || playback.mix.state.mixing === 'asIs') return;
  if (kind === 'mute') playback.mix.toggleMute(channel);
  else playback.mix.toggleSolo(channel);
}
