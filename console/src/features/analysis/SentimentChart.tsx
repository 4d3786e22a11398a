import { m } from '@/shared/messages';
import { clock } from '@/shared/time';
import { useWidth } from '@/shared/useWidth';
import { useState, type MouseEvent } from 'react';
import { linePath, nearest, place, smoothed, type Frame, type Point } from './chart';

export type Speaker = 'customer' | 'agent' | 'whole';

export interface Line {
  readonly speaker: Speaker;
  readonly points: readonly (Point | null)[];
}

interface Props {
  lines: readonly Line[];
  durationMillis: number;
  /** Of each turn, so that a click on the chart can go there; false for quarters. */
  byTurn: boolean;
  onTurn: (turn: number) => void;
}

const HEIGHT = 148;
/** Above this, dots would cover each other: a mean of neighbours is drawn instead. */
const MOST_DOTS = 90;

/** Both sides in one picture: colour, stroke and shape tell them apart. The table below says the same in words. */
export function SentimentChart({ lines, durationMillis, byTurn, onTurn }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const [pointed, setPointed] = useState<Point | null>(null);
  const frame: Frame = { left: 58, top: 8, width: Math.max(0, width - 66), height: HEIGHT - 32 };
  const all = lines.flatMap(({ points }) => points.filter((point) => point !== null));
  const at = (event: MouseEvent<SVGSVGElement>) =>
    nearest(all, event.clientX - event.currentTarget.getBoundingClientRect().left, frame);
  return (
    <div className="chart" ref={ref}>
      {width > 0 && (
        // The transcript has every turn for the keyboard; a click on the picture is a short cut to it.
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={m.analysis.chart(byTurn)}
          className={byTurn ? 'chart-turns' : undefined}
          onClick={(event) => {
            const turn = byTurn ? at(event)?.turn : null;
            if (turn != null) onTurn(turn);
          }}
          onMouseMove={(event) => setPointed(byTurn ? at(event) : null)}
          onMouseLeave={() => setPointed(null)}
        >
          <Axes frame={frame} durationMillis={durationMillis} />
          {lines.map((line) => (
            <SideLine key={line.speaker} line={line} frame={frame} dense={byTurn && line.points.length > MOST_DOTS} />
          ))}
          {pointed && <circle className="chart-pointed" r="7" cx={place(pointed, frame).x} cy={place(pointed, frame).y} />}
        </svg>
      )}
    </div>
  );
}

function SideLine({ line, frame, dense }: { line: Line; frame: Frame; dense: boolean }) {
  const points = dense
    ? smoothed(line.points.filter((point) => point !== null), Math.ceil(line.points.length / MOST_DOTS))
    : line.points;
  return (
    <g className={`chart-side chart-${line.speaker}`}>
      <path d={linePath(points, frame)} />
      {!dense && points.map((point, index) => point && <Dot key={index} speaker={line.speaker} {...place(point, frame)} />)}
    </g>
  );
}

/** Round for the customer, square for the agent, as in the legend. */
export function Dot({ speaker, x, y }: { speaker: Speaker; x: number; y: number }) {
  return speaker === 'agent' ? <rect x={x - 3.5} y={y - 3.5} width="7" height="7" /> : <circle cx={x} cy={y} r="4" />;
}

const QUARTERS = [0, 1, 2, 3] as const;

function Axes({ frame, durationMillis }: { frame: Frame; durationMillis: number }) {
  const bottom = frame.top + frame.height;
  return (
    <g className="chart-axes">
      {([1, 0, -1] as const).map((y) => (
        <g key={y}>
          <line x1={frame.left} x2={frame.left + frame.width} y1={place({ x: 0, y }, frame).y} y2={place({ x: 0, y }, frame).y} />
          <text x={frame.left - 6} y={place({ x: 0, y }, frame).y + 4} textAnchor="end">{m.analysis.scale[y]}</text>
        </g>
      ))}
      {QUARTERS.map((quarter) => {
        const x = frame.left + (quarter / 4) * frame.width;
        return (
          <g key={quarter}>
            {quarter > 0 && <line x1={x} x2={x} y1={frame.top} y2={bottom} />}
            <text x={x + 3} y={bottom + 16}>{clock((quarter / 4) * durationMillis)}</text>
          </g>
        );
      })}
    </g>
  );
}
