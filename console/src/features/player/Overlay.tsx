import { m } from '@/shared/messages';
import { SHORTEST_LOOP_MILLIS, type Loop } from '@/shared/playback/course';
import type { Playback } from '@/shared/playback/playback';
import { spanOf, type TimeWindow, type View } from '@/shared/playback/timeWindow';
import { usePlaybackState, useView } from '@/shared/playback/usePlayback';
import { clock, clockTenths } from '@/shared/time';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { CommentMark } from './content';
import { CommentIcon } from './icons';
import { inSight } from './lanes';

interface Props {
  comments: readonly CommentMark[];
  playback: Playback;
  timeWindow: TimeWindow;
  onComment: (id: string) => void;
}

const left = (millis: number, view: View) => `${((millis - view.beginMillis) / spanOf(view)) * 100}%`;

/** What can be clicked or moved on the lanes: comments and the ends of the loop. */
export function Overlay({ comments, playback, timeWindow, onComment }: Props) {
  const view = useView(timeWindow);
  const { loop } = usePlaybackState(playback);
  if (spanOf(view) <= 0) return null;
  return (
    <div className="wave-overlay">
      {loop && <LoopRegion loop={loop} view={view} playback={playback} durationMillis={timeWindow.durationMillis} />}
      {comments
        .filter(({ atMillis }) => inSight(atMillis, view))
        .map(({ id, atMillis, text }) => (
          <button
            key={id}
            type="button"
            className="pin"
            style={{ left: left(atMillis, view) }}
            aria-label={m.player.comment(clock(atMillis), text)}
            title={m.player.comment(clock(atMillis), text)}
            onClick={() => onComment(id)}
          >
            <CommentIcon />
          </button>
        ))}
    </div>
  );
}

interface LoopProps {
  loop: Loop;
  view: View;
  playback: Playback;
  durationMillis: number;
}

function LoopRegion({ loop, view, playback, durationMillis }: LoopProps) {
  const { beginMillis, endMillis } = loop;
  const end = endMillis ?? beginMillis;
  const setBegin = (millis: number) =>
    playback.setLoop({ beginMillis: Math.max(0, Math.min(millis, endMillis === null ? millis : end - SHORTEST_LOOP_MILLIS)), endMillis });
  const setEnd = (millis: number) =>
    playback.setLoop({ beginMillis, endMillis: Math.min(durationMillis, Math.max(millis, beginMillis + SHORTEST_LOOP_MILLIS)) });
  return (
    <>
      {endMillis !== null && (
        <div className="loop" style={{ left: left(beginMillis, view), width: `${((end - beginMillis) / spanOf(view)) * 100}%` }} />
      )}
      <LoopEdge letter="A" label={m.player.loopBegin} millis={beginMillis} view={view} max={durationMillis} onMove={setBegin} />
      {endMillis !== null && (
        <LoopEdge letter="B" label={m.player.loopEnd} millis={end} view={view} max={durationMillis} onMove={setEnd} />
      )}
    </>
  );
}

interface EdgeProps {
  letter: string;
  label: string;
  millis: number;
  view: View;
  max: number;
  onMove: (millis: number) => void;
}

const STEP_MILLIS = 100;

/** Dragged by the pointer, or moved by the arrow keys: a tenth of a second, a whole one with Shift. */
function LoopEdge({ letter, label, millis, view, max, onMove }: EdgeProps) {
  const held = useRef(false);
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const lanes = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!held.current || !lanes || lanes.width === 0) return;
    onMove(view.beginMillis + ((event.clientX - lanes.left) / lanes.width) * spanOf(view));
  };
  const press = (event: KeyboardEvent) => {
    const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (!direction || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onMove(millis + direction * STEP_MILLIS * (event.shiftKey ? 10 : 1));
  };
  if (!inSight(millis, view)) return null;
  return (
    <div
      className="loop-edge"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(max / 100) / 10}
      aria-valuenow={Math.round(millis / 100) / 10}
      aria-valuetext={clockTenths(millis)}
      style={{ left: left(millis, view) }}
      onPointerDown={(event) => {
        held.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onPointerUp={() => (held.current = false)}
      onPointerCancel={() => (held.current = false)}
      onKeyDown={press}
    >
      <span aria-hidden="true">{letter}</span>
    </div>
  );
}
