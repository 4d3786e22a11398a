import type { Conversation, Recording, SentimentAnalysis, Turn } from '@/api/types';
import { m } from '@/shared/messages';
import { gainsOf } from '@/shared/playback/channelMix';
import { quietBetween, SKIPPED_FROM_MILLIS, trimmed } from '@/shared/playback/course';
import type { Playback } from '@/shared/playback/playback';
import type { TimeWindow } from '@/shared/playback/timeWindow';
import { useMix, usePlaybackState } from '@/shared/playback/usePlayback';
import { useNarrow } from '@/shared/useMedia';
import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useMemo, useState } from 'react';
import { lanesOf, pausesOf, type CommentMark, type WaveformContent } from './content';
import { LoopControls, SkipSilence, SpeedSelect, StepSelect, Transport, useStepSeconds } from './Controls';
import { LinkIcon, SwapIcon } from './icons';
import { quietStretches } from './lanes';
import { Legend } from './Legend';
import { SwapNote } from './SwapNote';
import { useSwap, type SwapSides } from './useSwap';
import { usePeaks, type Peaks } from './useWaveform';
import { Waveform } from './Waveform';

interface Props {
  contactId: string;
  recording: Recording;
  /** The waveform's step is done, so that its peaks can be asked for. */
  waveReady: boolean;
  turns: readonly Turn[];
  sentiment: SentimentAnalysis | null;
  conversation: Conversation | null;
  /** Search hits. */
  marksMillis: readonly number[];
  comments: readonly CommentMark[];
  onComment: (id: string) => void;
  playback: Playback;
  timeWindow: TimeWindow;
  /** Null where sides may not be swapped. */
  onSwap: SwapSides | null;
  onCopyLink: () => void;
}

export function PlayerPanel(props: Props) {
  const { contactId, recording, turns, playback, timeWindow } = props;
  const { durationMillis } = usePlaybackState(playback);
  const [width, setWidth] = useState(0);
  const peaks = usePeaks(contactId, recording, timeWindow, width, props.waveReady);
  const content = useContent(props, peaks, durationMillis);
  const quiet = useQuiet(turns, peaks, durationMillis);
  const [stepSeconds, setStepSeconds] = useStepSeconds();
  const swap = useSwap(props.onSwap ?? refuse);

  useEffect(() => timeWindow.setDuration(durationMillis), [timeWindow, durationMillis]);
  useEffect(() => playback.setQuiet(quiet), [playback, quiet]);

  return (
    <section className="player" aria-label={m.player.region}>
      <Waveform
        content={content}
        comments={props.comments}
        playback={playback}
        timeWindow={timeWindow}
        onWidth={setWidth}
        onComment={props.onComment}
      />
      <div className="player-row">
        <Transport playback={playback} turns={turns} stepSeconds={stepSeconds} />
        <StepSelect seconds={stepSeconds} onChange={setStepSeconds} />
        <SpeedSelect playback={playback} />
        <LoopControls playback={playback} />
        <SkipSilence playback={playback} quiet={quiet} />
        <span className="player-end">
          <Button variant="icon" ariaLabel={m.record.copyLinkHere} iconSvg={<LinkIcon />} onClick={props.onCopyLink} />
          {recording.channels > 1 && props.onSwap && (
            <Button
              iconSvg={<SwapIcon />}
              variant="inline-link"
              ariaLabel={`${m.player.swap}. ${m.player.swapHint}`}
              disabled={swap.state.step === 'asking'}
              onClick={() => swap.swap(!recording.swapped)}
            >
              {m.player.swap}
            </Button>
          )}
          <Legend />
        </span>
      </div>
      <Notes playback={playback} waveReady={props.waveReady} peaks={peaks} />
      <SwapNote state={swap.state} onSwapAll={swap.swapAll} onClose={swap.close} />
    </section>
  );
}

const refuse: SwapSides = () => Promise.reject(new Error(m.player.noSwap));

function useContent(props: Props, peaks: Peaks, durationMillis: number): WaveformContent {
  const { recording, turns, sentiment, conversation, marksMillis, playback } = props;
  const { channels } = useMix(playback);
  const narrow = useNarrow();
  return useMemo(() => {
    const gains = gainsOf(channels);
    return {
      durationMillis,
      lanes: lanesOf(recording).map((lane) => ({ ...lane, audible: gains[lane.channel] !== 0 })),
      merged: narrow && recording.channels > 1,
      wave: peaks.wave,
      overview: peaks.overview,
      turns,
      sentiments: sentiment?.turns ?? [],
      pauses: pausesOf(conversation, turns, durationMillis),
      interruptions: conversation?.interruptions ?? [],
      hitsMillis: marksMillis,
    };
  }, [durationMillis, recording, peaks.wave, peaks.overview, turns, sentiment, conversation, marksMillis, channels, narrow]);
}

/** Silence between turns; where there are none, where the peaks are low. */
function useQuiet(turns: readonly Turn[], peaks: Peaks, durationMillis: number) {
  const { overview } = peaks;
  return useMemo(() => {
    if (turns.length > 0) return quietBetween(turns, durationMillis);
    return overview ? trimmed(quietStretches(overview, SKIPPED_FROM_MILLIS)) : [];
  }, [turns, overview, durationMillis]);
}

function Notes({ playback, waveReady, peaks }: { playback: Playback; waveReady: boolean; peaks: Peaks }) {
  const { phase, problem } = usePlaybackState(playback);
  const { mixing } = useMix(playback);
  return (
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
      {peaks.failed && <span className="quiet">{m.player.noWave}</span>}
      {mixing === 'asIs' && <span className="quiet">{m.player.asIs}</span>}
    </div>
  );
}
