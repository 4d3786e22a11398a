import { m } from '@/shared/messages';
import type { Playback } from '@/shared/playback/playback';
import type { TimeWindow } from '@/shared/playback/timeWindow';
import { useOfView, usePlaybackTime } from '@/shared/playback/usePlayback';
import { useDark } from '@/shared/theme';
import { clock } from '@/shared/time';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CommentMark, WaveformContent } from './content';
import { describe } from './describe';
import { FitIcon, ZoomInIcon, ZoomOutIcon } from './icons';
import { LaneHead } from './LaneHead';
import { MiniMapView } from './MiniMapView';
import { Overlay } from './Overlay';
import { WaveformView } from './WaveformView';

interface Props {
  content: WaveformContent;
  comments: readonly CommentMark[];
  playback: Playback;
  timeWindow: TimeWindow;
  onWidth: (width: number) => void;
  onComment: (id: string) => void;
}

const wholeSeconds = (millis: number) => Math.floor(millis / 1000);

/** Lanes, mini-map and what is put over and beside them. */
export function Waveform(props: Props) {
  const { content, playback, timeWindow } = props;
  return (
    <div className="wave" data-merged={content.merged || undefined}>
      <div className="lane-heads">
        {content.lanes.map((lane) => (
          <LaneHead key={lane.channel} lane={lane} alone={content.lanes.length === 1} playback={playback} />
        ))}
      </div>
      <Lanes {...props} />
      <ZoomButtons playback={playback} timeWindow={timeWindow} />
      <MiniMap {...props} />
    </div>
  );
}

/** Hands the drawing to `WaveformView`, and tells a screen reader what the picture cannot. */
function Lanes({ content, comments, playback, timeWindow, onWidth, onComment }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<WaveformView | null>(null);
  const shown = useRef(content);
  const dark = useDark();

  useEffect(() => {
    if (!host.current) return;
    const made = new WaveformView(host.current, timeWindow, {
      seek: (millis) => playback.seek(millis),
      loop: (beginMillis, endMillis) => playback.setLoop({ beginMillis, endMillis }),
      describe: (millis) => describe(shown.current, millis),
    });
    setView(made);
    onWidth(made.width);
    const end = followTime(playback, timeWindow, (millis) => made.setTime(millis));
    return () => {
      end();
      made.dispose();
    };
  }, [playback, timeWindow, onWidth]);

  useEffect(() => {
    shown.current = content;
    view?.show(content);
  }, [view, content]);
  useEffect(() => view?.repaint(), [view, dark]);

  const second = usePlaybackTime(playback, wholeSeconds);
  const toEnds = (event: KeyboardEvent) => {
    if (event.key === 'Home') playback.seek(0);
    else if (event.key === 'End') playback.seek(content.durationMillis);
    else return;
    event.preventDefault();
  };
  return (
    <div className="wave-main">
      <div
        ref={host}
        className="wave-host"
        role="slider"
        tabIndex={0}
        aria-label={m.player.position}
        onKeyDown={toEnds}
        aria-valuemin={0}
        aria-valuemax={wholeSeconds(content.durationMillis)}
        aria-valuenow={second}
        aria-valuetext={m.player.positionText(clock(second * 1000), clock(content.durationMillis))}
      />
      <Overlay comments={comments} playback={playback} timeWindow={timeWindow} onComment={onComment} />
    </div>
  );
}

/** The view goes where playing goes, unless someone looks elsewhere. */
function followTime(playback: Playback, timeWindow: TimeWindow, show: (millis: number) => void): () => void {
  let before = playback.timeMillis;
  show(before);
  return playback.onTime(() => {
    const now = playback.timeMillis;
    timeWindow.follow(before, now);
    before = now;
    show(now);
  });
}

/** For the pointer only: keys and buttons zoom and move as well, and the lanes say where one is. */
function MiniMap({ content, comments, playback, timeWindow }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<MiniMapView | null>(null);
  const dark = useDark();

  useEffect(() => {
    if (!host.current) return;
    const made = new MiniMapView(host.current, timeWindow);
    setView(made);
    made.setTime(playback.timeMillis);
    const end = playback.onTime(() => made.setTime(playback.timeMillis));
    return () => {
      end();
      made.dispose();
    };
  }, [playback, timeWindow]);

  useEffect(
    () =>
      view?.show(
        content,
        comments.map((comment) => comment.atMillis),
      ),
    [view, content, comments],
  );
  useEffect(() => view?.repaint(), [view, dark]);
  return <div ref={host} className="wave-map" aria-hidden="true" title={m.player.mapHint} />;
}

const isWhole = (timeWindow: TimeWindow) => () => timeWindow.wholeInSight;

function ZoomButtons({ playback, timeWindow }: { playback: Playback; timeWindow: TimeWindow }) {
  const whole = useOfView(timeWindow, isWhole(timeWindow));
  const zoom = (factor: number) => timeWindow.zoom(factor, playback.timeMillis);
  return (
    <div className="zoom" role="group" aria-label={m.player.zoom}>
      <button type="button" className="mini" aria-label={m.player.zoomOut} title={m.player.zoomOut} disabled={whole} onClick={() => zoom(2)}>
        <ZoomOutIcon />
      </button>
      <button type="button" className="mini" aria-label={m.player.zoomIn} title={m.player.zoomIn} onClick={() => zoom(0.5)}>
        <ZoomInIcon />
      </button>
      <button type="button" className="mini" aria-label={m.player.zoomFit} title={m.player.zoomFit} disabled={whole} onClick={() => timeWindow.fit()}>
        <FitIcon />
      </button>
    </div>
  );
}
