import type { Playback } from '@/shared/playback/playback';
import { Scope } from '@/shared/scope';

const FLOOR_DECIBELS = -50;

/** Share of the meter to fill, [0, 1], for a root mean square in [0, 1]: by decibels, as one hears. */
export function meterShare(level: number): number {
  if (level <= 0) return 0;
  return Math.min(1, Math.max(0, 1 - (20 * Math.log10(level)) / FLOOR_DECIBELS));
}

/** Fills `bar` with how loud the channel is heard, on every frame while it plays. */
export class LevelMeter {
  readonly #bar: HTMLElement;
  readonly #playback: Playback;
  readonly #channel: number;
  readonly #scope = new Scope();
  #running = false;

  constructor(bar: HTMLElement, playback: Playback, channel: number) {
    this.#bar = bar;
    this.#playback = playback;
    this.#channel = channel;
    this.#scope.own(playback.onState(() => this.#run()));
    this.#run();
  }

  dispose(): void {
    this.#scope.dispose();
  }

  #run(): void {
    if (this.#running) return;
    this.#running = this.#playback.state.playing;
    const share = this.#running ? meterShare(this.#playback.mix.level(this.#channel)) : 0;
    this.#bar.style.transform = `scaleX(${share.toFixed(3)})`;
    if (!this.#running) return;
    this.#scope.frame(() => {
      this.#running = false;
      this.#run();
    });
  }
}
