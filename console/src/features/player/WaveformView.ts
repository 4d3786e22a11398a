import type { TimeWindow } from '@/shared/playback/timeWindow';
import { Scope } from '@/shared/scope';
import { clock } from '@/shared/time';
import { add, prepared } from './canvas';
import type { WaveformContent } from './content';
import { timeToX, wheelFactor, wheelPixels, xToTime } from './lanes';
import { paletteOf, type Palette } from './palette';
import { Picture } from './Picture';

export interface WaveformActions {
  seek(millis: number): void;
  /** Dragged with Shift held: begin is before end. */
  loop(beginMillis: number, endMillis: number): void;
  /** In words what lies at this time; shown beside the pointer. */
  describe(millis: number): string;
}

const HOVER_ROOM = 240;

/**
 * Draws lanes and axis into a container. The pointer seeks, the wheel zooms around it or, sideways or with
 * Shift, moves along; two fingers zoom. Playhead and pointer line are elements of their own, so that
 * playing does not draw the picture again.
 */
export class WaveformView {
  readonly #host: HTMLElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #played: HTMLElement;
  readonly #playhead: HTMLElement;
  readonly #hover: HTMLElement;
  readonly #scope = new Scope();
  readonly #drawLater = this.#scope.oncePerFrame(() => this.#draw());
  readonly #window: TimeWindow;
  readonly #actions: WaveformActions;
  readonly #fingers = new Map<number, number>();
  #content: WaveformContent | null = null;
  #colours: Palette;
  #width = 0;
  #height = 0;
  #timeMillis = 0;
  #loopFrom: number | null = null;

  constructor(host: HTMLElement, window: TimeWindow, actions: WaveformActions) {
    this.#host = host;
    this.#window = window;
    this.#actions = actions;
    this.#colours = paletteOf(host);
    this.#canvas = add(host, 'canvas', 'wave-canvas') as HTMLCanvasElement;
    this.#played = add(host, 'div', 'wave-played');
    this.#playhead = add(host, 'div', 'wave-playhead');
    this.#hover = add(host, 'div', 'wave-hover');
    this.#hover.hidden = true;
    this.#scope.observeSize(host, () => this.#measure());
    this.#scope.own(window.onChange(() => this.#moved()));
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
  }

  setTime(millis: number): void {
    this.#timeMillis = millis;
    const x = this.#x(millis);
    this.#playhead.hidden = x < -1 || x > this.#width + 1;
    this.#playhead.style.transform = `translateX(${x}px)`;
    const share = this.#width > 0 ? Math.min(Math.max(x / this.#width, 0), 1) : 0;
    this.#played.style.transform = `scaleX(${share})`;
  }

  /** After the colours changed. */
  repaint(): void {
    this.#colours = paletteOf(this.#host);
    this.#drawLater();
  }

  dispose(): void {
    this.#scope.dispose();
    for (const element of [this.#canvas, this.#played, this.#playhead, this.#hover]) element.remove();
  }

  #x(millis: number): number {
    return timeToX(millis, this.#window.view, this.#width);
  }

  #moved(): void {
    this.setTime(this.#timeMillis);
    this.#hover.hidden = true;
    this.#drawLater();
  }

  #placeOf(event: MouseEvent): number {
    return event.clientX - this.#host.getBoundingClientRect().left;
  }

  #timeAt(x: number): number {
    return xToTime(x, this.#window.view, this.#width);
  }

  #listen(): void {
    this.#scope.listen(this.#host, 'pointerdown', (event) => this.#press(event));
    this.#scope.listen(this.#host, 'pointermove', (event) => this.#move(event));
    const lift = (event: PointerEvent) => {
      this.#fingers.delete(event.pointerId);
      this.#loopFrom = null;
    };
    this.#scope.listen(this.#host, 'pointerup', lift);
    this.#scope.listen(this.#host, 'pointercancel', lift);
    this.#scope.listen(this.#host, 'pointerleave', () => {
      this.#hover.hidden = true;
    });
    this.#scope.listen(this.#host, 'wheel', (event) => this.#wheel(event), { passive: false });
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0 || !this.#content) return;
    const x = this.#placeOf(event);
    this.#fingers.set(event.pointerId, x);
    this.#host.setPointerCapture(event.pointerId);
    if (event.shiftKey) this.#loopFrom = this.#timeAt(x);
    else if (this.#fingers.size === 1) this.#actions.seek(this.#timeAt(x));
  }

  #move(event: PointerEvent): void {
    const x = this.#placeOf(event);
    if (event.pointerType !== 'touch') this.#showHover(x);
    if (!this.#fingers.has(event.pointerId)) return;
    if (this.#fingers.size > 1) return this.#pinch(event.pointerId, x);
    this.#fingers.set(event.pointerId, x);
    const millis = this.#timeAt(x);
    if (this.#loopFrom === null) this.#actions.seek(millis);
    else this.#actions.loop(Math.min(this.#loopFrom, millis), Math.max(this.#loopFrom, millis));
  }

  #pinch(finger: number, x: number): void {
    const other = [...this.#fingers].find(([id]) => id !== finger)?.[1] ?? x;
    const before = Math.abs((this.#fingers.get(finger) ?? x) - other);
    const after = Math.abs(x - other);
    this.#fingers.set(finger, x);
    if (before > 8 && after > 8) this.#window.zoom(before / after, this.#timeAt((x + other) / 2));
  }

  /** Zooming out of the whole scrolls the page instead, so that the pointer does not get stuck here. */
  #wheel(event: WheelEvent): void {
    const across = wheelPixels(event.shiftKey ? event.deltaX || event.deltaY : event.deltaX, event.deltaMode, this.#width);
    const along = wheelPixels(event.deltaY, event.deltaMode, this.#height);
    const whole = this.#window.wholeInSight;
    if (event.shiftKey || Math.abs(across) > Math.abs(along)) {
      if (!whole) event.preventDefault();
      return this.#window.pan((across / Math.max(1, this.#width)) * (this.#window.view.endMillis - this.#window.view.beginMillis));
    }
    if (whole && along > 0 && !event.ctrlKey) return;
    event.preventDefault();
    this.#window.zoom(wheelFactor(along, event.ctrlKey), this.#timeAt(this.#placeOf(event)));
  }

  #showHover(x: number): void {
    const inside = Math.min(Math.max(x, 0), this.#width);
    const millis = this.#timeAt(inside);
    this.#hover.hidden = false;
    this.#hover.style.transform = `translateX(${inside}px)`;
    this.#hover.dataset['side'] = inside > this.#width - HOVER_ROOM ? 'left' : 'right';
    const what = this.#actions.describe(millis);
    this.#hover.dataset['text'] = what === '' ? clock(millis) : `${clock(millis)} · ${what}`;
  }

  #measure(): void {
    this.#width = this.#host.clientWidth;
    this.#height = this.#host.clientHeight;
    this.setTime(this.#timeMillis);
    this.#drawLater();
  }

  #draw(): void {
    const context = prepared(this.#canvas, this.#width, this.#height);
    if (!context || !this.#content) return;
    const size = { width: this.#width, height: this.#height };
    new Picture(context, this.#content, this.#window.view, size, this.#colours).draw();
  }
}
