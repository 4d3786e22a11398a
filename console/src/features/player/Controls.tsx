import type { Turn } from '@/api/types';
import { m } from '@/shared/messages';
import { lengthOf, type Stretch } from '@/shared/playback/course';
import type { Playback } from '@/shared/playback/playback';
import { usePlaybackState, usePlaybackTime } from '@/shared/playback/usePlayback';
import { remember, remembered } from '@/shared/remembered';
import { clock, clockTenths, duration } from '@/shared/time';
import { nextTurnMillis, previousTurnMillis, turnsOf } from '@/shared/turns';
import Button from '@cloudscape-design/components/button';
import Select from '@cloudscape-design/components/select';
import Toggle from '@cloudscape-design/components/toggle';
import { useMemo, useState, type ReactNode } from 'react';
import { BackIcon, ForwardIcon, NextCustomerIcon, NextTurnIcon, PreviousTurnIcon } from './icons';
import { RATES } from './rates';

interface TransportProps {
  playback: Playback;
  turns: readonly Turn[];
  stepSeconds: number;
}

/** Play, and the ways to another place. On a phone it stays at the foot of the screen. */
export function Transport({ playback, turns, stepSeconds }: TransportProps) {
  const { playing, phase } = usePlaybackState(playback);
  const customers = useMemo(() => turnsOf(turns, 'customer'), [turns]);
  const icon = (label: string, iconSvg: ReactNode, onClick: () => void, disabled = false) => (
    <Button variant="icon" ariaLabel={label} iconSvg={iconSvg} onClick={onClick} disabled={disabled} />
  );
  const next = (among: readonly Turn[]) => () => {
    const millis = nextTurnMillis(among, playback.timeMillis);
    if (millis !== null) playback.seek(millis);
  };
  const previous = () => playback.seek(previousTurnMillis(turns, playback.timeMillis));
  return (
    <div className="controls">
      {icon(m.player.previousTurn, <PreviousTurnIcon />, previous, turns.length === 0)}
      {icon(m.player.back(stepSeconds), <BackIcon seconds={stepSeconds} />, () => playback.skip(-stepSeconds * 1000))}
      <Button
        variant="primary"
        iconName={playing ? 'pause' : 'play'}
        ariaLabel={playing ? m.player.pause : m.player.play}
        loading={phase === 'loading' && playing}
        onClick={() => playback.toggle()}
      />
      {icon(m.player.forward(stepSeconds), <ForwardIcon seconds={stepSeconds} />, () => playback.skip(stepSeconds * 1000))}
      {icon(m.player.nextTurn, <NextTurnIcon />, next(turns), turns.length === 0)}
      {icon(m.player.nextCustomerTurn, <NextCustomerIcon />, next(customers), customers.length === 0)}
      <Clock playback={playback} />
    </div>
  );
}

const tenths = (millis: number) => clockTenths(millis);

function Clock({ playback }: { playback: Playback }) {
  const at = usePlaybackTime(playback, tenths);
  const { durationMillis } = usePlaybackState(playback);
  return (
    <span className="digits player-clock">
      <b>{at}</b> / {clock(durationMillis)}
    </span>
  );
}

const STEPS = [5, 10, 15] as const;

/** How far back and forward go; this browser keeps it. */
export function useStepSeconds(): [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState<number>(
    () => STEPS.find((one) => String(one) === remembered('skip-seconds')) ?? 10,
  );
  const change = (next: number) => {
    remember('skip-seconds', String(next));
    setSeconds(next);
  };
  return [seconds, change];
}

export function StepSelect({ seconds, onChange }: { seconds: number; onChange: (seconds: number) => void }) {
  const optionOf = (count: number) => ({ value: String(count), label: m.player.step(count) });
  return (
    <Select
      ariaLabel={m.player.stepLabel}
      selectedOption={optionOf(seconds)}
      options={STEPS.map(optionOf)}
      onChange={({ detail }) => onChange(Number(detail.selectedOption.value))}
    />
  );
}

export function SpeedSelect({ playback }: { playback: Playback }) {
  const { rate } = usePlaybackState(playback);
  const optionOf = (value: number) => ({ value: String(value), label: m.player.rate(value) });
  return (
    <Select
      ariaLabel={m.player.speed}
      selectedOption={optionOf(rate)}
      options={RATES.map(optionOf)}
      onChange={({ detail }) => playback.setRate(Number(detail.selectedOption.value))}
    />
  );
}

export function SkipSilence({ playback, quiet }: { playback: Playback; quiet: readonly Stretch[] }) {
  const { skipsSilence } = usePlaybackState(playback);
  return (
    <Toggle
      checked={skipsSilence}
      onChange={({ detail }) => playback.setSkipsSilence(detail.checked)}
    >
      {m.player.skipSilence}{' '}
      <span className="quiet">{quiet.length > 0 ? m.player.saves(duration(lengthOf(quiet))) : m.player.savesNothing}</span>
    </Toggle>
  );
}

/** A sets the begin where one is, B the end. */
export function LoopControls({ playback }: { playback: Playback }) {
  const { loop } = usePlaybackState(playback);
  const between = loop && (loop.endMillis === null ? `${clockTenths(loop.beginMillis)} –` : `${clockTenths(loop.beginMillis)} – ${clockTenths(loop.endMillis)}`);
  const mini = (text: string, label: string, pressed: boolean, onClick: () => void) => (
    <button type="button" className="mini" aria-label={label} title={label} aria-pressed={pressed} onClick={onClick}>
      {text}
    </button>
  );
  return (
    <span className="loop-controls" role="group" aria-label={m.player.loop}>
      <span aria-hidden="true">{m.player.loop}</span>
      {mini('A', m.player.loopFromHere, loop !== null, () => playback.loopFrom(playback.timeMillis))}
      {mini('B', m.player.loopToHere, loop !== null && loop.endMillis !== null, () => playback.loopTo(playback.timeMillis))}
      {loop && (
        <>
          <span className="digits quiet">{between}</span>
          <button type="button" className="mini" aria-label={m.player.loopClear} title={m.player.loopClear} onClick={() => playback.setLoop(null)}>
            ✕
          </button>
        </>
      )}
    </span>
  );
}
