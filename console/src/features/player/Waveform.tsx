import { m } from '@/shared/messages';
import type { Playback } from '@/shared/playback/playback';
import { usePlaybackTime } from '@/shared/playback/usePlayback';
import { useDark } from '@/shared/theme';
import { clock } from '@/shared/time';
import { useEffect, useRef, useState } from 'react';
import { WaveformView, type WaveformContent } from './WaveformView';

interface Props {
  content: WaveformContent;
  playback: Playback;
  onWidth: (width: number) => void;
}

const wholeSeconds = (millis: number) => Math.floor(millis / 1000);

/** Hands the drawing to `WaveformView`, and tells a screen reader what the picture cannot. */
export function Waveform({ content, playback, onWidth }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<WaveformView | null>(null);
  const dark = useDark();

  useEffect(() => {
    if (!host.current) return;
    const made = new WaveformView(host.current, (millis) => playback.seek(millis));
    setView(made);
    onWidth(made.width);
    const end = playback.onTime(() => made.setTime(playback.timeMillis));
    made.setTime(playback.timeMillis);
    return () => {
      end();
      made.dispose();
    };
  }, [playback, onWidth]);

  useEffect(() => view?.show(content), [view, content]);
  useEffect(() => view?.repaint(), [view, dark]);

  const second = usePlaybackTime(playback, wholeSeconds);
  const at = clock(second * 1000);
  return (
    <div className="wave">
      <div
        ref={host}
        className="wave-host"
        role="slider"
        tabIndex={0}
        aria-label={m.player.position}
        aria-valuemin={0}
        aria-valuemax={wholeSeconds(content.durationMillis)}
        aria-valuenow={second}
        aria-valuetext={m.player.positionText(at, clock(content.durationMillis))}
      />
      {content.lanes.map((lane, index) => (
        <span
          key={lane.channel}
          className={`wave-label wave-label-${lane.participant}`}
          data-lane={content.lanes.length > 1 && index > 0 ? 'lower' : 'upper'}
        >
          {m.participants[lane.participant]}
        </span>
      ))}
    </div>
  );
}
