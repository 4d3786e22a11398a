import { m } from '@/shared/messages';
import type { Playback } from '@/shared/playback/playback';
import { useMix } from '@/shared/playback/usePlayback';
import { useEffect, useRef } from 'react';
import type { LaneContent } from './content';
import { LevelMeter } from './LevelMeter';

interface Props {
  lane: LaneContent;
  /** There is no other lane, so that solo means nothing. */
  alone: boolean;
  playback: Playback;
}

/** Name, mute, solo, volume and level of one audio channel. */
export function LaneHead({ lane, alone, playback }: Props) {
  const { channels, mixing } = useMix(playback);
  const setting = channels[lane.channel];
  const who = m.participants[lane.participant];
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!bar.current) return;
    const meter = new LevelMeter(bar.current, playback, lane.channel);
    return () => meter.dispose();
  }, [playback, lane.channel]);

  const off = mixing === 'asIs' || !setting;
  const { mix } = playback;
  return (
    <div className="lane-head" role="group" aria-label={m.player.channel(who, lane.channel)}>
      <span className={`lane-name lane-name-${lane.participant}`}>{who}</span>
      <button
        type="button"
        className="mini"
        aria-label={m.player.mute(who)}
        title={off ? m.player.asIs : m.player.mute(who)}
        aria-pressed={setting?.muted ?? false}
        disabled={off}
        onClick={() => mix.toggleMute(lane.channel)}
      >
        M
      </button>
      {!alone && (
        <button
          type="button"
          className="mini"
          aria-label={m.player.solo(who)}
          title={off ? m.player.asIs : m.player.solo(who)}
          aria-pressed={setting?.solo ?? false}
          disabled={off}
          onClick={() => mix.toggleSolo(lane.channel)}
        >
          S
        </button>
      )}
      <input
        type="range"
        className="lane-volume"
        aria-label={m.player.volume(who)}
        title={m.player.volume(who)}
        min={0}
        max={100}
        step={5}
        value={Math.round((setting?.volume ?? 1) * 100)}
        aria-valuetext={m.player.percent(Math.round((setting?.volume ?? 1) * 100))}
        disabled={off}
        onChange={(event) => mix.setVolume(lane.channel, Number(event.target.value) / 100)}
      />
      <span className="lane-meter" aria-hidden="true">
        <span ref={bar} className={`lane-level lane-level-${lane.participant}`} />
      </span>
    </div>
  );
}
