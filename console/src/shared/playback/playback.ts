import { Scope } from '@/shared/scope';
import { ChannelMix } from './channelMix';
import { jumpFrom, withLoopBegin, withLoopEnd, type Loop, type Stretch } from './course';

export interface SignedUrl {
  url: string;
  /** RFC 3339. */
  expiresAt: string;
}

export interface PlaybackState {
  /** `absent`: nobody asked for audio yet; `failed`: `problem` says why. */
  readonly phase: 'absent' | 'loading' | 'ready' | 'failed';
  readonly playing: boolean;
  readonly durationMillis: number;
  readonly rate: number;
  readonly problem: string | null;
  readonly skipsSilence: boolean;
  readonly loop: Loop | null;
}

const RENEW_BEFORE_END_MILLIS = 30_000;
const MAX_RENEWALS_IN_A_ROW = 3;
const LONGEST_TIMER_MILLIS = 2 ** 31 - 1;
/** So close to its end a recording counts as played. */
const AT_END_MILLIS = 50;

const AT_FIRST: PlaybackState = {
  phase: 'absent',
  playing: false,
  durationMillis: 0,
  rate: 1,
  problem: null,
  skipsSilence: false,
  loop: null,
};

/**
 * Plays one recording and tells where it is. Times are whole or fractional milliseconds from the
 * first sample. Seeking works before the audio is there: the place is kept and taken up on arrival.
 *
 * The signed URL is renewed shortly before it ends, and once more when the browser is refused, with
 * position, rate and play state kept.
 */
export class Playback {
  /** Mute, solo and volume of each channel. */
  readonly mix: ChannelMix;
  readonly #audio: HTMLAudioElement;
  readonly #sign: () => Promise<SignedUrl>;
  readonly #scope = new Scope();
  readonly #stateListeners = new Set<() => void>();
  readonly #timeListeners = new Set<() => void>();
  #state: PlaybackState;
  #timeMillis = 0;
  #quiet: readonly Stretch[] = [];
  #pendingSeekMillis: number | null = null;
  #resume = false;
  #renewals = 0;
  #endRenewal: () => void = () => {};

  constructor(audio: HTMLAudioElement, durationMillis: number, sign: () => Promise<SignedUrl>) {
    this.#audio = audio;
    this.#sign = sign;
    this.#state = { ...AT_FIRST, durationMillis };
    this.mix = new ChannelMix(audio);
    audio.preload = 'metadata';
    audio.preservesPitch = true;
    this.#listen();
  }

  get state(): PlaybackState {
    return this.#state;
  }

  get timeMillis(): number {
    return this.#timeMillis;
  }

  get disposed(): boolean {
    return this.#scope.disposed;
  }

  onState = (listener: () => void): (() => void) => {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  };

  /** Called on every frame while playing, and after each seek. */
  onTime = (listener: () => void): (() => void) => {
    this.#timeListeners.add(listener);
    return () => this.#timeListeners.delete(listener);
  };

  /** Gets a URL and the start of the audio. Harmless when that has happened. */
  async load(): Promise<void> {
    if (this.#state.phase === 'loading' || this.#state.phase === 'ready') return;
    this.#renewals = 0;
    await this.#renew();
  }

  async play(): Promise<void> {
    this.#resume = true;
    void this.mix.start();
    if (this.#state.phase !== 'ready') {
      await this.load();
      return; // #arrived starts it
    }
    if (this.#timeMillis >= this.#state.durationMillis - AT_END_MILLIS) this.seek(0);
    await this.#start();
  }

  pause(): void {
    this.#resume = false;
    this.#audio.pause();
  }

  toggle(): void {
    if (this.#state.playing) this.pause();
    else void this.play();
  }

  seek(millis: number): void {
    const place = Math.min(Math.max(0, millis), this.#state.durationMillis);
    this.#timeMillis = place;
    if (this.#state.phase === 'ready') this.#audio.currentTime = place / 1000;
    else this.#pendingSeekMillis = place;
    this.#tellTime();
  }

  skip(millis: number): void {
    this.seek(this.#timeMillis + millis);
  }

  setRate(rate: number): void {
    this.#audio.defaultPlaybackRate = rate;
    this.#audio.playbackRate = rate;
    this.#change({ rate });
  }

  /** What to jump over while silence is skipped: sorted, without overlap. */
  setQuiet(quiet: readonly Stretch[]): void {
    this.#quiet = quiet;
  }

  setSkipsSilence(skipsSilence: boolean): void {
    this.#change({ skipsSilence });
  }

  /** Null ends the repetition. */
  setLoop(loop: Loop | null): void {
    this.#change({ loop });
  }

  loopFrom(millis: number): void {
    this.#change({ loop: withLoopBegin(this.#state.loop, millis) });
  }

  loopTo(millis: number): void {
    this.#change({ loop: withLoopEnd(this.#state.loop, millis) });
  }

  /** The record page may know the length before, or better than, the browser. */
  setDuration(durationMillis: number): void {
    if (durationMillis !== this.#state.durationMillis) this.#change({ durationMillis });
  }

  /** Puts the element into the document, unseen, so that the browser's own media tools find it. */
  attach(): void {
    document.body.append(this.#audio);
  }

  dispose(): void {
    this.#scope.dispose();
    this.mix.dispose();
    this.#audio.pause();
    this.#audio.removeAttribute('src');
    this.#audio.load();
    this.#audio.remove();
    this.#stateListeners.clear();
    this.#timeListeners.clear();
  }

  #listen(): void {
    const on = (type: keyof HTMLMediaElementEventMap, run: () => void) => this.#scope.listen(this.#audio, type, run);
    on('loadedmetadata', () => this.#arrived());
    on('play', () => {
      this.#change({ playing: true });
      this.#tick();
    });
    on('pause', () => this.#stopped());
    on('ended', () => this.#ended());
    on('timeupdate', () => this.#readTime());
    on('seeked', () => this.#readTime());
    on('playing', () => {
      this.#renewals = 0;
    });
    on('error', () => void this.#refused());
  }

  #tick(): void {
    this.#readTime();
    if (!this.#audio.paused) this.#scope.frame(() => this.#tick());
  }

  #readTime(): void {
    if (this.#state.phase !== 'ready' || this.#audio.seeking) return;
    const before = this.#timeMillis;
    const now = this.#audio.currentTime * 1000;
    const { playing, loop, skipsSilence } = this.#state;
    const place = playing ? jumpFrom(before, now, loop, skipsSilence ? this.#quiet : []) : null;
    if (place !== null) return this.seek(place);
    this.#timeMillis = now;
    this.#tellTime();
  }

  /** A loop up to the end of the recording goes on from its begin. */
  #ended(): void {
    this.#stopped();
    const { loop, durationMillis } = this.#state;
    if (loop?.endMillis == null || loop.endMillis < durationMillis - AT_END_MILLIS) return;
    this.seek(loop.beginMillis);
    void this.play();
  }

  #stopped(): void {
    if (this.#state.phase !== 'ready') return; // the old source went away during a renewal
    this.#readTime();
    this.#change({ playing: false });
  }

  #arrived(): void {
    const seconds = this.#audio.duration;
    const durationMillis = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : this.#state.durationMillis;
    const place = this.#pendingSeekMillis;
    this.#pendingSeekMillis = null;
    this.#change({ phase: 'ready', durationMillis, problem: null });
    this.#audio.playbackRate = this.#state.rate;
    if (place !== null) this.seek(place);
    if (this.#resume) void this.#start();
  }

  async #start(): Promise<void> {
    try {
      await this.#audio.play();
    } catch (refusal) {
      if (this.#scope.disposed) return;
      // NotAllowedError: the browser wants a click first. AbortError: paused or reloaded meanwhile.
      const name = refusal instanceof DOMException ? refusal.name : '';
      if (name === 'NotAllowedError') this.#resume = false;
      if (name !== 'AbortError' && name !== 'NotSupportedError') this.#change({ playing: false });
    }
  }

  async #refused(): Promise<void> {
    if (this.#scope.disposed || !this.#audio.getAttribute('src')) return;
    if (this.#renewals >= MAX_RENEWALS_IN_A_ROW) {
      this.#change({ phase: 'failed', playing: false, problem: this.#audio.error?.message || 'unplayable' });
      return;
    }
    await this.#renew();
  }

  async #renew(): Promise<void> {
    this.#endRenewal();
    this.#renewals++;
    this.#pendingSeekMillis ??= this.#timeMillis > 0 ? this.#timeMillis : null;
    this.#change({ phase: 'loading', problem: null });
    try {
      const signed = await this.#sign();
      if (this.#scope.disposed) return;
      this.#audio.src = signed.url;
      this.#audio.load();
      this.#renewLater(Date.parse(signed.expiresAt) - Date.now() - RENEW_BEFORE_END_MILLIS);
    } catch (failure) {
      if (this.#scope.disposed) return;
      const problem = failure instanceof Error ? failure.message : String(failure);
      this.#change({ phase: 'failed', playing: false, problem });
    }
  }

  #renewLater(millis: number): void {
    if (!Number.isFinite(millis)) return;
    const wait = Math.min(Math.max(millis, 1000), LONGEST_TIMER_MILLIS);
    this.#endRenewal = this.#scope.after(wait, () => {
      if (this.#allBuffered()) return; // nothing more will be asked of the old URL
      this.#renewals = 0;
      void this.#renew();
    });
  }

  #allBuffered(): boolean {
    const { buffered, duration } = this.#audio;
    return buffered.length === 1 && buffered.start(0) === 0 && buffered.end(0) >= duration - 0.1;
  }

  #change(part: Partial<PlaybackState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#stateListeners) listener();
  }

  #tellTime(): void {
    for (const listener of this.#timeListeners) listener();
  }
}
