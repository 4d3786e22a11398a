import { spanOf, type TimeWindow, type View } from '@/shared/playback/timeWindow';
import { Scope } from '@/shared/scope';
import { add, prepared } from './canvas';
import type { WaveformContent } from './content';
import * as lanes from './lanes';
import { centred, dragged, gripAt, type Grip } from './miniMap';
import { paletteOf, type Palette } from './palette';

/** A pointer that moved less was a click. */
const CLICK_PX = 4;
const NARROWEST_LENS_PX = 6;

/** The whole recording in small, and on it a lens: what the lanes show. Drag it, its edges, or draw a new one. */
export class MiniMapView {
  readonly #host: HTMLElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #lens: HTMLElement;
  readonly #playhead: HTMLElement;
  readonly #scope = new Scope();
  readonly #drawLater = this.#scope.oncePerFrame(() => this.#draw());
  readonly #window: TimeWindow;
  #content: WaveformContent | null = null;
  #commentsMillis: readonly number[] = [];
  #colours: Palette;
  #width = 0;
  #height = 0;
  #timeMillis = 0;
  #drag: { grip: Grip; view: View; fromX: number } | null = null;

  constructor(host: HTMLElement, window: TimeWindow) {
    this.#host = host;
    this.#window = window;
    this.#colours = paletteOf(host);
    this.#canvas = add(host, 'canvas', 'wave-canvas') as HTMLCanvasElement;
    this.#playhead = add(host, 'div', 'map-playhead');
    this.#lens = add(host, 'div', 'map-lens');
    this.#scope.observeSize(host, () => this.#measure());
    this.#scope.own(window.onChange(() => this.#placeLens()));
    this.#listen();
    this.#measure();
  }

  show(content: WaveformContent, commentsMillis: readonly number[]): void {
    this.#content = content;
    this.#commentsMillis = commentsMillis;
    this.#drawLater();
    this.#placeLens();
  }

  setTime(millis: number): void {
    this.#timeMillis = millis;
    this.#playhead.style.transform = `translateX(${this.#x(millis)}px)`;
  }

  /** After the colours changed. */
  repaint(): void {
    this.#colours = paletteOf(this.#host);
    this.#drawLater();
  }

  dispose(): void {
    this.#scope.dispose();
    for (const element of [this.#canvas, this.#lens, this.#playhead]) element.remove();
  }

  get #whole(): View {
    return { beginMillis: 0, endMillis: this.#window.durationMillis };
  }

  #x(millis: number): number {
    return lanes.timeToX(millis, this.#whole, this.#width);
  }

  #timeAt(x: number): number {
    return lanes.xToTime(x, this.#whole, this.#width);
  }

  #placeOf(event: MouseEvent): number {
    return event.clientX - this.#host.getBoundingClientRect().left;
  }

  #placeLens(): void {
    const { view } = this.#window;
    const width = Math.max(NARROWEST_LENS_PX, this.#x(view.endMillis) - this.#x(view.beginMillis));
    const left = Math.min(this.#x(view.beginMillis), this.#width - width);
    this.#lens.style.transform = `translateX(${left}px)`;
    this.#lens.style.width = `${width}px`;
    this.#lens.hidden = this.#window.wholeInSight;
  }

  #gripOf(x: number): Grip {
    const { view } = this.#window;
    return gripAt(x, this.#x(view.beginMillis), this.#x(view.endMillis), this.#window.wholeInSight);
  }

  #listen(): void {
    this.#scope.listen(this.#host, 'pointerdown', (event) => {
      if (event.button !== 0 || this.#width === 0) return;
      const fromX = this.#placeOf(event);
      this.#drag = { grip: this.#gripOf(fromX), view: this.#window.view, fromX };
      this.#host.setPointerCapture(event.pointerId);
    });
    this.#scope.listen(this.#host, 'pointermove', (event) => this.#move(this.#placeOf(event)));
    this.#scope.listen(this.#host, 'pointerup', (event) => this.#drop(this.#placeOf(event)));
    this.#scope.listen(this.#host, 'pointercancel', () => {
      this.#drag = null;
    });
    this.#scope.listen(this.#host, 'wheel', (event) => this.#wheel(event), { passive: false });
  }

  #move(x: number): void {
    if (!this.#drag) {
      this.#host.dataset['grip'] = this.#gripOf(x);
      return;
    }
    const { grip, view, fromX } = this.#drag;
    if (Math.abs(x - fromX) < CLICK_PX && grip === 'ground') return;
    const { beginMillis, endMillis } = dragged(view, grip, this.#timeAt(fromX), this.#timeAt(x));
    this.#window.show(beginMillis, endMillis);
  }

  #drop(x: number): void {
    const drag = this.#drag;
    this.#drag = null;
    if (!drag || drag.grip !== 'ground' || Math.abs(x - drag.fromX) >= CLICK_PX) return;
    const { beginMillis, endMillis } = centred(this.#window.view, this.#timeAt(x));
    this.#window.show(beginMillis, endMillis);
  }

  #wheel(event: WheelEvent): void {
    const along = lanes.wheelPixels(event.deltaY || event.deltaX, event.deltaMode, this.#height);
    if (this.#window.wholeInSight && along > 0) return;
    event.preventDefault();
    if (event.shiftKey) this.#window.pan((along / 100) * spanOf(this.#window.view) * 0.2);
    else this.#window.zoom(lanes.wheelFactor(along, event.ctrlKey), this.#timeAt(this.#placeOf(event)));
  }

  #measure(): void {
    this.#width = this.#host.clientWidth;
    this.#height = this.#host.clientHeight;
    this.setTime(this.#timeMillis);
    this.#placeLens();
    this.#drawLater();
  }

  #draw(): void {
    const context = prepared(this.#canvas, this.#width, this.#height);
    const content = this.#content;
    if (!context || !content) return;
    const rows = content.lanes.length === 2 ? lanes.mirrored(this.#height, 0, 0).lanes : [oneLane(this.#height)];
    rows.forEach((row, index) => this.#wave(context, content, row, index));
    this.#ticks(context, content.hitsMillis, this.#colours.mark, 0);
    this.#ticks(context, this.#commentsMillis, this.#colours.text, this.#height - 6);
  }

  #wave(context: CanvasRenderingContext2D, content: WaveformContent, row: lanes.Lane, index: number): void {
    const lane = content.lanes[index];
    if (!lane) return;
    context.fillStyle = this.#colours.lanes[lane.participant];
    if (!content.overview) {
      context.globalAlpha = 0.35;
      for (const turn of content.turns) {
        if (content.lanes.length === 2 && turn.participant !== lane.participant) continue;
        const x = this.#x(turn.beginMillis);
        context.fillRect(x, row.top + row.height * 0.3, Math.max(1, this.#x(turn.endMillis) - x), row.height * 0.4);
      }
      context.globalAlpha = 1;
      return;
    }
    const gain = lanes.gainOf(content.overview);
    for (const bar of lanes.bars(content.overview, lane.channel, this.#whole, this.#width)) {
      const band = lanes.barBand(bar, row, gain);
      context.fillRect(bar.x, band.top, lanes.BAR_WIDTH, band.height);
    }
  }

  #ticks(context: CanvasRenderingContext2D, places: readonly number[], colour: string, top: number): void {
    context.fillStyle = colour;
    for (const millis of places) context.fillRect(this.#x(millis) - 1, top, 2, 6);
  }
}

function oneLane(height: number): lanes.Lane {
  const half = height / 2;
  return { top: 0, height, base: half, up: half, down: half, strip: { top: 0, height: 0 } };
}
