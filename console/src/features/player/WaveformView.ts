import type { Participant, SentimentLabel, Turn } from '@/api/types';
import { Scope } from '@/shared/scope';
import { clock } from '@/shared/time';
import type { Silence } from '@/shared/turns';
import * as lanes from './lanes';
import type { WaveformData } from './waveformData';

export interface LaneContent {
  readonly participant: Participant;
  /** Channel of the peaks, 0-based. */
  readonly channel: number;
}

export interface TurnSentiment {
  readonly turn: number;
  readonly label: SentimentLabel;
}

export interface WaveformContent {
  readonly durationMillis: number;
  readonly lanes: readonly LaneContent[];
  readonly wave: WaveformData | null;
  readonly turns: readonly Turn[];
  readonly sentiments: readonly TurnSentiment[];
  readonly silences: readonly Silence[];
  /** Search hits and the like: places to mark over the lanes. */
  readonly marksMillis: readonly number[];
}

interface Palette {
  lanes: Record<Participant, string>;
  sentiments: Record<SentimentLabel, string>;
  silence: string;
  turn: string;
  line: string;
  text: string;
  mark: string;
  font: string;
}

/**
 * Draws lanes, sentiment strips and axis into a container, and turns the pointer into seeks. The
 * playhead is an element of its own, so that playing does not draw the picture again.
 */
export class WaveformView {
  readonly #host: HTMLElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #played: HTMLElement;
  readonly #hover: HTMLElement;
  readonly #scope = new Scope();
  readonly #seek: (millis: number) => void;
  #content: WaveformContent | null = null;
  #width = 0;
  #height = 0;
  #timeMillis = 0;
  #drawing = false;
  #dragging = false;

  constructor(host: HTMLElement, seek: (millis: number) => void) {
    this.#host = host;
    this.#seek = seek;
    this.#canvas = this.#add('canvas', 'wave-canvas') as HTMLCanvasElement;
    this.#played = this.#add('div', 'wave-played');
    this.#hover = this.#add('div', 'wave-hover');
    this.#hover.hidden = true;
    this.#scope.observeSize(host, () => this.#measure());
    this.#listen();
    this.#measure();
  }

  /** CSS pixels, as last measured. */
  get width(): number {
    return this.#width;
  }

  show(content: WaveformContent): void {
    this.#content = content;
    this.#drawLater();
    this.setTime(this.#timeMillis);
  }

  setTime(millis: number): void {
    this.#timeMillis = millis;
    const x = lanes.timeToX(millis, this.#content?.durationMillis ?? 0, this.#width);
    this.#played.style.width = `${x}px`;
  }

  /** After the colours changed. */
  repaint(): void {
    this.#drawLater();
  }

  dispose(): void {
    this.#scope.dispose();
    this.#canvas.remove();
    this.#played.remove();
    this.#hover.remove();
  }

  #add(tag: string, className: string): HTMLElement {
    const element = document.createElement(tag);
    element.className = className;
    element.setAttribute('aria-hidden', 'true');
    this.#host.append(element);
    return element;
  }

  #listen(): void {
    const xOf = (event: PointerEvent) => event.clientX - this.#host.getBoundingClientRect().left;
    const timeAt = (event: PointerEvent) => lanes.xToTime(xOf(event), this.#content?.durationMillis ?? 0, this.#width);
    this.#scope.listen(this.#host, 'pointerdown', (event) => {
      if (event.button !== 0 || !this.#content) return;
      this.#dragging = true;
      this.#host.setPointerCapture(event.pointerId);
      this.#seek(timeAt(event));
    });
    this.#scope.listen(this.#host, 'pointermove', (event) => {
      this.#showHover(xOf(event), timeAt(event));
      if (this.#dragging) this.#seek(timeAt(event));
    });
    const drop = () => {
      this.#dragging = false;
    };
    this.#scope.listen(this.#host, 'pointerup', drop);
    this.#scope.listen(this.#host, 'pointercancel', drop);
    this.#scope.listen(this.#host, 'pointerleave', () => {
      this.#hover.hidden = true;
    });
  }

  #showHover(x: number, millis: number): void {
    const inside = Math.min(Math.max(x, 0), this.#width);
    this.#hover.hidden = false;
    this.#hover.style.left = `${inside}px`;
    this.#hover.dataset['side'] = inside > this.#width - 60 ? 'left' : 'right';
    this.#hover.textContent = clock(millis);
  }

  #measure(): void {
    this.#width = this.#host.clientWidth;
    this.#height = this.#host.clientHeight;
    this.setTime(this.#timeMillis);
    this.#drawLater();
  }

  #drawLater(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    this.#scope.frame(() => {
      this.#drawing = false;
      this.#draw();
    });
  }

  #draw(): void {
    const context = this.#canvas.getContext('2d');
    if (!context || this.#width === 0) return;
    const ratio = window.devicePixelRatio || 1;
    this.#canvas.width = Math.round(this.#width * ratio);
    this.#canvas.height = Math.round(this.#height * ratio);
    context.scale(ratio, ratio);
    if (this.#content) new Picture(context, this.#content, this.#width, this.#height, palette(this.#host)).draw();
  }
}

function palette(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    lanes: { customer: colour('--ac-customer'), agent: colour('--ac-agent'), unknown: colour('--ac-unknown') },
    sentiments: {
      POSITIVE: colour('--ac-positive'),
      NEGATIVE: colour('--ac-negative'),
      NEUTRAL: colour('--ac-neutral'),
      MIXED: colour('--ac-mixed'),
    },
    silence: colour('--ac-silence'),
    turn: colour('--ac-turn'),
    line: colour('--ac-wave-line'),
    text: style.color,
    mark: colour('--ac-mark'),
    font: `11px ${style.fontFamily}`,
  };
}

class Picture {
  readonly context: CanvasRenderingContext2D;
  readonly content: WaveformContent;
  readonly width: number;
  readonly colours: Palette;
  readonly #layout: lanes.Layout;

  constructor(
    context: CanvasRenderingContext2D,
    content: WaveformContent,
    width: number,
    height: number,
    colours: Palette,
  ) {
    this.context = context;
    this.content = content;
    this.width = width;
    this.colours = colours;
    this.#layout = lanes.layout(height, content.lanes.length);
  }

  draw(): void {
    this.context.font = this.colours.font;
    this.context.textBaseline = 'middle';
    this.#turns();
    this.#silences();
    this.#waves();
    this.#sentiments();
    this.#axis();
    this.#marks();
  }

  #x(millis: number): number {
    return lanes.timeToX(millis, this.content.durationMillis, this.width);
  }

  #laneOf(participant: Participant): number {
    const index = this.content.lanes.findIndex((lane) => lane.participant === participant);
    return index < 0 ? 0 : index;
  }

  #turns(): void {
    this.context.fillStyle = this.colours.turn;
    for (const turn of this.content.turns) {
      const lane = this.#layout.lanes[this.#laneOf(turn.participant)];
      if (!lane) continue;
      const x = this.#x(turn.beginMillis);
      this.context.fillRect(x, lane.top, Math.max(1, this.#x(turn.endMillis) - x), lane.height);
    }
  }

  #silences(): void {
    const { context } = this;
    const height = this.#layout.axis.top;
    for (const silence of this.content.silences) {
      const x = this.#x(silence.beginMillis);
      const width = this.#x(silence.endMillis) - x;
      context.save();
      context.beginPath();
      context.rect(x, 0, width, height);
      context.clip();
      context.strokeStyle = this.colours.silence;
      context.lineWidth = 1;
      context.beginPath();
      for (let at = x - height; at < x + width; at += 8) {
        context.moveTo(at, height);
        context.lineTo(at + height, 0);
      }
      context.stroke();
      context.restore();
    }
  }

  #waves(): void {
    const { wave } = this.content;
    const { context } = this;
    const all = wave
      ? this.content.lanes.map((lane) => lanes.columns(wave, lane.channel, this.width, this.content.durationMillis))
      : [];
    const gain = lanes.gainFor(all);
    this.#layout.lanes.forEach((lane, index) => {
      const middle = lane.top + lane.height / 2;
      context.fillStyle = this.colours.line;
      context.fillRect(0, middle - 0.5, this.width, 1);
      const drawn = all[index];
      const participant = this.content.lanes[index]?.participant;
      if (!drawn || !participant) return;
      context.fillStyle = this.colours.lanes[participant];
      for (const bar of lanes.bars(drawn, lane, gain)) {
        if (bar.height > 1) context.fillRect(bar.x, bar.y, bar.width, bar.height);
      }
    });
  }

  #sentiments(): void {
    for (const { turn: index, label } of this.content.sentiments) {
      const turn = this.content.turns[index];
      const strip = turn && this.#layout.strips[this.#laneOf(turn.participant)];
      if (!turn || !strip) continue;
      const x = this.#x(turn.beginMillis);
      const width = Math.max(2, this.#x(turn.endMillis) - x - 1);
      this.context.fillStyle = this.colours.sentiments[label];
      this.context.globalAlpha = 0.32;
      this.context.fillRect(x, strip.top, width, strip.height);
      this.context.globalAlpha = 1;
      this.context.fillRect(x, strip.top + strip.height - 2, width, 2);
      if (width >= 10) sentimentShape(this.context, label, x + width / 2, strip.top + strip.height / 2 - 1, 3.5);
    }
  }

  #axis(): void {
    const { context } = this;
    const { top } = this.#layout.axis;
    context.fillStyle = this.colours.line;
    context.fillRect(0, top, this.width, 1);
    for (const tick of lanes.axis(this.content.durationMillis, this.width)) {
      context.fillStyle = this.colours.line;
      context.fillRect(Math.round(tick.x), top, 1, tick.labelled ? 6 : 3);
      if (!tick.labelled) continue;
      const label = clock(tick.millis);
      const room = context.measureText(label).width;
      if (tick.x + 4 + room > this.width) continue;
      context.fillStyle = this.colours.text;
      context.fillText(label, tick.x + 4, top + 10);
    }
  }

  #marks(): void {
    this.context.fillStyle = this.colours.mark;
    for (const millis of this.content.marksMillis) {
      const x = this.#x(millis);
      this.context.fillRect(x - 1, 0, 2, this.#layout.axis.top);
      this.context.beginPath();
      this.context.moveTo(x - 5, 0);
      this.context.lineTo(x + 5, 0);
      this.context.lineTo(x, 7);
      this.context.fill();
    }
  }
}

/** Up for positive, down for negative, a bar for neutral, a diamond for mixed: colour is not the only sign. */
function sentimentShape(context: CanvasRenderingContext2D, label: SentimentLabel, x: number, y: number, r: number) {
  const points: Record<SentimentLabel, [number, number][]> = {
    POSITIVE: [[-r, r], [r, r], [0, -r]],
    NEGATIVE: [[-r, -r], [r, -r], [0, r]],
    NEUTRAL: [[-r, -1], [r, -1], [r, 1], [-r, 1]],
    MIXED: [[-r, 0], [0, -r], [r, 0], [0, r]],
  };
  context.beginPath();
  for (const [dx, dy] of points[label]) context.lineTo(x + dx, y + dy);
  context.closePath();
  context.fill();
}
