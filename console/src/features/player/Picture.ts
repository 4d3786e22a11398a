import type { Participant, SentimentLabel } from '@/api/types';
import type { Stretch } from '@/shared/playback/course';
import type { View } from '@/shared/playback/timeWindow';
import { clock } from '@/shared/time';
import type { WaveformContent } from './content';
import * as lanes from './lanes';
import type { Palette } from './palette';

const MUTED_ALPHA = 0.3;

/** Draws one frame: what lies in the view, and nothing beside it. */
export class Picture {
  readonly #context: CanvasRenderingContext2D;
  readonly #content: WaveformContent;
  readonly #view: View;
  readonly #width: number;
  readonly #layout: lanes.Layout;
  readonly #colours: Palette;

  constructor(
    context: CanvasRenderingContext2D,
    content: WaveformContent,
    view: View,
    size: { width: number; height: number },
    colours: Palette,
  ) {
    this.#context = context;
    this.#content = content;
    this.#view = view;
    this.#width = size.width;
    this.#colours = colours;
    this.#layout = layoutOf(content, size.height);
  }

  draw(): void {
    this.#context.font = this.#colours.font;
    this.#context.textBaseline = 'middle';
    this.#turns();
    this.#pauses();
    this.#interruptions();
    this.#waves();
    this.#sentiments();
    this.#axis();
    this.#hits();
  }

  #x(millis: number): number {
    return lanes.timeToX(millis, this.#view, this.#width);
  }

  /** Left edge and width of what is seen of it; null if nothing is. */
  #seen({ beginMillis, endMillis }: Stretch, least: number): [number, number] | null {
    const left = Math.max(-2, this.#x(beginMillis));
    const right = Math.min(this.#width + 2, Math.max(this.#x(endMillis), left + least));
    return right > 0 && left < this.#width && right > left ? [left, right - left] : null;
  }

  #laneOf(participant: Participant): lanes.Lane | undefined {
    const index = this.#content.lanes.findIndex((lane) => lane.participant === participant);
    return this.#layout.lanes[Math.max(0, index)];
  }

  #turns(): void {
    this.#context.fillStyle = this.#colours.turn;
    for (const turn of this.#content.turns) {
      const lane = this.#laneOf(turn.participant);
      const seen = lane && this.#seen(turn, 1);
      if (seen) this.#context.fillRect(seen[0], lane.top, seen[1], lane.height);
    }
  }

  #pauses(): void {
    const height = this.#layout.axis.top;
    const hatch = hatched(this.#context, this.#colours.silence, 1);
    const cross = hatched(this.#context, this.#colours.hold, 2);
    for (const pause of this.#content.pauses) {
      const seen = this.#seen(pause, 1);
      if (!seen) continue;
      this.#context.fillStyle = pause.hold ? cross : hatch;
      this.#context.fillRect(seen[0], 0, seen[1], height);
    }
  }

  /** A band over all lanes, and an arrow from the lane of who interrupts towards the other. */
  #interruptions(): void {
    const { lanes: rows, axis } = this.#layout;
    for (const interruption of this.#content.interruptions) {
      const seen = this.#seen(interruption, 3);
      if (!seen) continue;
      const [left, width] = seen;
      this.#context.fillStyle = this.#colours.interruption;
      this.#context.globalAlpha = 0.16;
      this.#context.fillRect(left, 0, width, axis.top);
      this.#context.globalAlpha = 1;
      this.#context.fillRect(left, 0, 1, axis.top);
      const down = this.#laneOf(interruption.by) === rows[0];
      const y = rows.length > 1 && rows[1] ? rows[1].top - (this.#content.merged ? 0 : 2) : axis.top / 2;
      const r = down ? 5 : -5;
      polygon(this.#context, [[left, y - r], [left + 8, y - r], [left + 4, y + r]]);
    }
  }

  #waves(): void {
    const { wave } = this.#content;
    const gain = wave ? lanes.gainOf(wave) : 1;
    this.#layout.lanes.forEach((lane, index) => {
      this.#context.fillStyle = this.#colours.line;
      this.#context.fillRect(0, lane.base - 0.5, this.#width, 1);
      const shown = this.#content.lanes[index];
      if (!wave || !shown) return;
      this.#context.fillStyle = this.#colours.lanes[shown.participant];
      this.#context.globalAlpha = shown.audible ? 1 : MUTED_ALPHA;
      for (const bar of lanes.bars(wave, shown.channel, this.#view, this.#width)) {
        const band = lanes.barBand(bar, lane, gain);
        if (band.height > 1) this.#context.fillRect(bar.x, band.top, lanes.BAR_WIDTH, band.height);
      }
      this.#context.globalAlpha = 1;
    });
  }

  #sentiments(): void {
    for (const { turn: index, label } of this.#content.sentiments) {
      const turn = this.#content.turns[index];
      const strip = turn && this.#laneOf(turn.participant)?.strip;
      const seen = turn && this.#seen(turn, 1);
      if (!strip || !seen) continue;
      const [x, width] = [seen[0], seen[1] > 4 ? seen[1] - 1 : seen[1]];
      this.#context.fillStyle = this.#colours.sentiments[label];
      this.#context.globalAlpha = 0.32;
      this.#context.fillRect(x, strip.top, width, strip.height);
      this.#context.globalAlpha = 1;
      this.#context.fillRect(x, strip.top + strip.height - 2, width, 2);
      if (width >= 10) sentimentShape(this.#context, label, x + width / 2, strip.top + strip.height / 2 - 1, 3.5);
    }
  }

  #axis(): void {
    const { top } = this.#layout.axis;
    const context = this.#context;
    context.fillStyle = this.#colours.line;
    context.fillRect(0, top, this.#width, 1);
    for (const tick of lanes.axis(this.#view, this.#width)) {
      context.fillStyle = this.#colours.line;
      context.fillRect(Math.round(tick.x), top, 1, tick.labelled ? 6 : 3);
      if (!tick.labelled) continue;
      const label = clock(tick.millis);
      if (tick.x < -2 || tick.x + 4 + context.measureText(label).width > this.#width) continue;
      context.fillStyle = this.#colours.text;
      context.fillText(label, tick.x + 4, top + 10);
    }
  }

  #hits(): void {
    this.#context.fillStyle = this.#colours.mark;
    for (const millis of this.#content.hitsMillis) {
      if (!lanes.inSight(millis, this.#view)) continue;
      const x = this.#x(millis);
      this.#context.fillRect(x - 1, 0, 2, this.#layout.axis.top);
      polygon(this.#context, [[x - 5, 0], [x + 5, 0], [x, 7]]);
    }
  }
}

function layoutOf({ lanes: all, merged }: WaveformContent, height: number): lanes.Layout {
  return merged && all.length === 2
    ? lanes.mirrored(height, lanes.STRIP_HEIGHT, lanes.AXIS_HEIGHT)
    : lanes.stacked(height, all.length);
}

const TILE = 8;
const tiles = new Map<string, HTMLCanvasElement>();

/** Slanted lines; two directions make the denser pattern, so that colour is not the only difference. */
function hatched(context: CanvasRenderingContext2D, colour: string, directions: 1 | 2): CanvasPattern | string {
  const name = `${colour} ${directions}`;
  const tile = tiles.get(name) ?? hatchedTile(colour, directions);
  tiles.set(name, tile);
  return context.createPattern(tile, 'repeat') ?? colour;
}

function hatchedTile(colour: string, directions: 1 | 2): HTMLCanvasElement {
  const tile = document.createElement('canvas');
  tile.width = TILE;
  tile.height = TILE;
  const context = tile.getContext('2d');
  if (!context) return tile;
  context.strokeStyle = colour;
  context.lineWidth = 1.2;
  context.beginPath();
  for (const shift of [-TILE, 0, TILE]) {
    context.moveTo(shift, TILE);
    context.lineTo(shift + TILE, 0);
    if (directions === 1) continue;
    context.moveTo(shift, 0);
    context.lineTo(shift + TILE, TILE);
  }
  context.stroke();
  return tile;
}

function polygon(context: CanvasRenderingContext2D, points: readonly (readonly [number, number])[]): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.closePath();
  context.fill();
}

/** Up for positive, down for negative, a bar for neutral, a diamond for mixed: colour is not the only sign. */
function sentimentShape(context: CanvasRenderingContext2D, label: SentimentLabel, x: number, y: number, r: number) {
  const points: Record<SentimentLabel, [number, number][]> = {
    POSITIVE: [[-r, r], [r, r], [0, -r]],
    NEGATIVE: [[-r, -r], [r, -r], [0, r]],
    NEUTRAL: [[-r, -1], [r, -1], [r, 1], [-r, 1]],
    MIXED: [[-r, 0], [0, -r], [r, 0], [0, r]],
  };
  polygon(context, points[label].map(([dx, dy]) => [x + dx, y + dy]));
}
