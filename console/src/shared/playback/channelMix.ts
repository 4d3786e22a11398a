import { Scope } from '@/shared/scope';

export interface ChannelSetting {
  readonly muted: boolean;
  readonly solo: boolean;
  /** [0, 1]. */
  readonly volume: number;
}

export interface MixState {
  readonly channels: readonly ChannelSetting[];
  /** `asIs`: the browser plays the recording without our mixing, and `channels` have no effect. */
  readonly mixing: 'notYet' | 'on' | 'asIs';
}

const FULL: ChannelSetting = { muted: false, solo: false, volume: 1 };
/** A browser that has not started its audio by then is taken not to want to. */
const START_MILLIS = 1_500;
/** Changes take so long, so that they do not click. */
const FADE_SECONDS = 0.015;

/** How loud each channel is heard: silent if muted, or if another is solo and it is not. */
export function gainsOf(channels: readonly ChannelSetting[]): number[] {
  const anySolo = channels.some((one) => one.solo);
  return channels.map((one) => (one.muted || (anySolo && !one.solo) ? 0 : one.volume));
}

/** Root mean square of samples in [-1, 1]. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length > 0 ? Math.sqrt(sum / samples.length) : 0;
}

/** Gain and meter of one channel. */
interface Strip {
  readonly gain: GainNode;
  readonly analyser: AnalyserNode;
}

/**
 * Mute, solo and volume of each audio channel. The element's sound is split into its channels, each goes
 * through a gain of its own, and their sum is heard on both ears, since one voice per ear tires.
 *
 * An element that is once connected to Web Audio is heard through it alone, and not at all where the
 * browser keeps its audio stopped. So nothing is connected before that runs, and without it the element
 * plays as it is.
 */
export class ChannelMix {
  readonly #audio: HTMLMediaElement;
  readonly #scope = new Scope();
  readonly #listeners = new Set<() => void>();
  #state: MixState = { channels: [], mixing: 'notYet' };
  #context: AudioContext | null = null;
  #source: MediaElementAudioSourceNode | null = null;
  #strips: Strip[] = [];
  #samples = new Float32Array(0);
  #starting = false;

  constructor(audio: HTMLMediaElement) {
    this.#audio = audio;
  }

  get state(): MixState {
    return this.#state;
  }

  onState = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** How many channels the recording has; settings of those that stay are kept. */
  setChannels(count: number): void {
    if (count === this.#state.channels.length) return;
    const channels = Array.from({ length: count }, (_, index) => this.#state.channels[index] ?? FULL);
    this.#change({ channels });
    if (this.#context) this.#connect(this.#context);
  }

  toggleMute(channel: number): void {
    this.#set(channel, (one) => ({ ...one, muted: !one.muted }));
  }

  toggleSolo(channel: number): void {
    this.#set(channel, (one) => ({ ...one, solo: !one.solo }));
  }

  /** A channel that is turned up is no longer muted. */
  setVolume(channel: number, volume: number): void {
    this.#set(channel, (one) => ({ ...one, volume: Math.min(1, Math.max(0, volume)), muted: one.muted && volume === 0 }));
  }

  /** How loud the channel is heard now, after mute and volume, as root mean square in [0, 1]. */
  level(channel: number): number {
    const strip = this.#strips[channel];
    if (!strip) return 0;
    strip.analyser.getFloatTimeDomainData(this.#samples);
    return levelOf(this.#samples);
  }

  /** To be called when someone presses play: browsers start audio only then. Harmless when it runs. */
  async start(): Promise<void> {
    if (this.#context) return void this.#context.resume().catch(() => {});
    if (this.#starting || this.#state.mixing === 'asIs') return;
    this.#starting = true;
    const context = await this.#running();
    this.#starting = false;
    if (this.#scope.disposed) return void context?.close();
    if (!context) return this.#change({ mixing: 'asIs' });
    this.#connect(context);
    this.#change({ mixing: 'on' });
  }

  dispose(): void {
    this.#scope.dispose();
    void this.#context?.close();
    this.#context = null;
    this.#strips = [];
    this.#listeners.clear();
  }

  async #running(): Promise<AudioContext | null> {
    if (typeof AudioContext === 'undefined') return null;
    try {
      const context = new AudioContext();
      const late = new Promise<void>((resolve) => this.#scope.after(START_MILLIS, resolve));
      await Promise.race([context.resume(), late]);
      if (context.state === 'running') return context;
      void context.close();
    } catch {
      // Web Audio is switched off, or no sound device is there: the element may still play.
    }
    return null;
  }

  #connect(context: AudioContext): void {
    const source = this.#source ?? context.createMediaElementSource(this.#audio);
    this.#source = source;
    this.#context = context;
    source.disconnect();
    const count = Math.max(1, this.#state.channels.length);
    const splitter = context.createChannelSplitter(count);
    source.connect(splitter);
    const gains = gainsOf(this.#state.channels);
    this.#strips = Array.from({ length: count }, (_, channel) => {
      const gain = context.createGain();
      gain.gain.value = gains[channel] ?? 1;
      const analyser = context.createAnalyser();
      analyser.fftSize = 2048;
      splitter.connect(gain, channel);
      gain.connect(analyser).connect(context.destination);
      return { gain, analyser };
    });
    this.#samples = new Float32Array(2048);
  }

  #set(channel: number, change: (setting: ChannelSetting) => ChannelSetting): void {
    const channels = this.#state.channels.map((one, index) => (index === channel ? change(one) : one));
    this.#change({ channels });
    gainsOf(channels).forEach((gain, index) => {
      const parameter = this.#strips[index]?.gain.gain;
      if (this.#context) parameter?.setTargetAtTime(gain, this.#context.currentTime, FADE_SECONDS / 3);
    });
  }

  #change(part: Partial<MixState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
