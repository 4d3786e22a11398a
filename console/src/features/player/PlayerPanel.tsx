import type { Recording, SentimentAnalysis, Turn } from '@/api/types';
import { m } from '@/shared/messages';
import type { Playback } from '@/shared/playback/playback';
import { usePlaybackState, usePlaybackTime } from '@/shared/playback/usePlayback';
import { SentimentShape } from '@/shared/SentimentMark';
import { clock, clockTenths } from '@/shared/time';
import { nextTurnMillis, previousTurnMillis, silences } from '@/shared/turns';
import { useNarrow } from '@/shared/useMedia';
import Button from '@cloudscape-design/components/button';
import Select from '@cloudscape-design/components/select';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useMemo, useState, type ReactNode } from 'react';
import { BackIcon, ForwardIcon, LinkIcon, NextTurnIcon, PreviousTurnIcon, SwapIcon } from './icons';
import { samplesPerPixelFor } from './lanes';
import { RATES } from './rates';
import { useWaveform } from './useWaveform';
import { Waveform } from './Waveform';
import type { LaneContent, WaveformContent } from './WaveformView';

interface Props {
  contactId: string;
  recording: Recording;
  /** The waveform's step is done, so that its peaks can be asked for. */
  waveReady: boolean;
  turns: readonly Turn[];
  sentiment: SentimentAnalysis | null;
  marksMillis: readonly number[];
  playback: Playback;
  onSwap: (() => void) | null;
  onCopyLink: () => void;
}

export function PlayerPanel(props: Props) {
  const { contactId, recording, waveReady, turns, sentiment, marksMillis, playback } = props;
  const [width, setWidth] = useState(0);
  const { durationMillis, problem, phase } = usePlaybackState(playback);
  const level = samplesPerPixelFor(recording.durationMillis, recording.sampleRateHz, width || 1400);
  const wave = useWaveform(contactId, level, waveReady);

  const content: WaveformContent = useMemo(
    () => ({
      durationMillis,
      lanes: lanesOf(recording),
      wave: wave.data ?? null,
      turns,
      sentiments: sentiment?.turns ?? [],
      silences: silences(turns, durationMillis),
      marksMillis,
    }),
    [durationMillis, recording, wave.data, turns, sentiment, marksMillis],
  );

  return (
    <section className="player" aria-label={m.player.region}>
      <Waveform content={content} playback={playback} onWidth={setWidth} />
      <div className="player-row">
        <Controls {...props} />
        <div className="player-notes">
          {phase === 'failed' && (
            <StatusIndicator type="error">
              {m.player.noAudio} {problem}{' '}
              <Button variant="inline-link" onClick={() => void playback.load()}>
                {m.tryAgain}
              </Button>
            </StatusIndicator>
          )}
          {!waveReady && <span className="quiet">{m.player.noWaveYet}</span>}
          {wave.error && <span className="quiet">{m.player.noWave}</span>}
          {sentiment && <Legend />}
        </div>
      </div>
    </section>
  );
}

/** Customer above, agent below; whoever is on channel 0 first where nobody knows. */
function lanesOf(recording: Recording): LaneContent[] {
  const known = recording.assignment ?? [];
  const lanes = Array.from({ length: Math.min(2, recording.channels) }, (_, channel) => ({
    channel,
    participant: known[channel] ?? 'unknown',
  }));
  return lanes.sort((a, b) => Number(b.participant === 'customer') - Number(a.participant === 'customer'));
}

function Controls({ turns, playback, recording, onSwap, onCopyLink }: Props) {
  const { playing, phase, rate } = usePlaybackState(playback);
  const narrow = useNarrow();
  const icon = (label: string, iconSvg: ReactNode, onClick: () => void, disabled = false) => (
    <Button variant="icon" ariaLabel={label} iconSvg={iconSvg} onClick={onClick} disabled={disabled} />
  );
  const previous = () => playback.seek(previousTurnMillis(turns, playback.timeMillis));
  const next = () => {
    const millis = nextTurnMillis(turns, playback.timeMillis);
    if (millis !== null) playback.seek(millis);
  };
  return (
    <div className="controls">
      {icon(m.player.previousTurn, <PreviousTurnIcon />, previous, turns.length === 0)}
      {icon(m.player.back10, <BackIcon />, () => playback.skip(-10_000))}
      <Button
        variant="primary"
        iconName={playing ? 'pause' : 'play'}
        ariaLabel={playing ? m.player.pause : m.player.play}
        loading={phase === 'loading' && playing}
        onClick={() => playback.toggle()}
      />
      {icon(m.player.forward10, <ForwardIcon />, () => playback.skip(10_000))}
      {icon(m.player.nextTurn, <NextTurnIcon />, next, turns.length === 0)}
      <Clock playback={playback} />
      <Select
        ariaLabel={m.player.speed}
        selectedOption={{ value: String(rate), label: m.player.rate(rate) }}
        options={RATES.map((value) => ({ value: String(value), label: m.player.rate(value) }))}
        onChange={({ detail }) => playback.setRate(Number(detail.selectedOption.value))}
      />
      {icon(m.record.copyLinkHere, <LinkIcon />, onCopyLink)}
      {recording.channels > 1 && onSwap && (
        <Button iconSvg={<SwapIcon />} variant={narrow ? 'icon' : 'inline-link'} ariaLabel={`${m.player.swap}. ${m.player.swapHint}`} onClick={onSwap}>
          {m.player.swap}
        </Button>
      )}
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

function Legend() {
  return (
    <span className="legend">
      <span className="visually-hidden">{m.player.legend}: </span>
      {(['POSITIVE', 'NEUTRAL', 'MIXED', 'NEGATIVE'] as const).map((label) => (
        <span key={label} className="sentiment-mark">
          <SentimentShape label={label} /> {m.sentiments[label]}
        </span>
      ))}
      <span className="sentiment-mark">
        <span className="legend-silence" aria-hidden="true" /> {m.player.silenceLegend}
      </span>
    </span>
  );
}
