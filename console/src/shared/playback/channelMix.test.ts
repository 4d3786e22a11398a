import { afterEach, expect, test, vi } from 'vitest';
import { ChannelMix, gainsOf, levelOf } from './channelMix';

const one = (part: { muted?: boolean; solo?: boolean; volume?: number } = {}) => ({
  muted: false,
  solo: false,
  volume: 1,
  ...part,
});

test('a muted channel is silent, the others keep their volume', () => {
  expect(gainsOf([one({ muted: true }), one({ volume: 0.4 })])).toEqual([0, 0.4]);
});

test('solo silences whoever is not solo, and mute counts for more', () => {
  expect(gainsOf([one({ solo: true, volume: 0.5 }), one()])).toEqual([0.5, 0]);
  expect(gainsOf([one({ solo: true }), one({ solo: true })])).toEqual([1, 1]);
  expect(gainsOf([one({ solo: true, muted: true }), one()])).toEqual([0, 0]);
});

test('the level is the root mean square', () => {
  expect(levelOf(Float32Array.of(0.5, -0.5, 0.5, -0.5))).toBe(0.5);
  expect(levelOf(Float32Array.of(1, 0, 0, 0))).toBe(0.5);
  expect(levelOf(new Float32Array(0))).toBe(0);
});

/** As much of Web Audio as the mix uses. The test says whether the browser lets it run. */
class Node {
  readonly to: [Node, number][] = [];
  gain = { value: 1, setTargetAtTime: (value: number) => void (this.gain.value = value) };
  fftSize = 0;
  connect(next: Node, output = 0) {
    this.to.push([next, output]);
    return next;
  }
  disconnect() {
    this.to.length = 0;
  }
  getFloatTimeDomainData(into: Float32Array) {
    into.fill(0.25);
  }
}

let allowed: boolean;
let contexts: Context[];
class Context {
  state = 'suspended';
  currentTime = 0;
  destination = new Node();
  source = new Node();
  sources = 0;
  constructor() {
    contexts.push(this);
  }
  async resume() {
    if (!allowed) return new Promise<void>(() => {});
    this.state = 'running';
  }
  async close() {
    this.state = 'closed';
  }
  createMediaElementSource() {
    this.sources++;
    return this.source;
  }
  createChannelSplitter = () => new Node();
  createGain = () => new Node();
  createAnalyser = () => new Node();
}

function mixWhere(browserAllows: boolean): ChannelMix {
  allowed = browserAllows;
  contexts = [];
  vi.stubGlobal('AudioContext', Context);
  const mix = new ChannelMix({} as HTMLMediaElement);
  mix.setChannels(2);
  return mix;
}

/** What each channel is heard at, read off the graph. */
function heard(context: Context): number[] {
  const splitter = context.source.to[0]?.[0];
  return (splitter?.to ?? []).map(([gain, output], index) => {
    expect(output).toBe(index);
    expect(gain.to[0]?.[0].to[0]?.[0]).toBe(context.destination);
    return gain.gain.value;
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('what is muted before the first play is muted when it starts', async () => {
  const mix = mixWhere(true);
  mix.toggleMute(1);
  await mix.start();
  expect(mix.state.mixing).toBe('on');
  expect(heard(contexts[0] as Context)).toEqual([1, 0]);
  mix.toggleMute(1);
  mix.setVolume(0, 0.3);
  expect(heard(contexts[0] as Context)).toEqual([0.3, 1]);
  expect(mix.level(1)).toBe(0.25);
  expect(mix.level(2)).toBe(0);
});

test('turning a muted channel up unmutes it', () => {
  const mix = mixWhere(true);
  mix.toggleMute(0);
  mix.setVolume(0, 0);
  expect(mix.state.channels[0]).toEqual(one({ muted: true, volume: 0 }));
  mix.setVolume(0, 0.2);
  expect(mix.state.channels[0]).toEqual(one({ volume: 0.2 }));
});

test('where the browser does not start its audio the element is not touched', async () => {
  vi.useFakeTimers();
  const mix = mixWhere(false);
  const started = mix.start();
  await vi.advanceTimersByTimeAsync(1_500);
  await started;
  expect(mix.state.mixing).toBe('asIs');
  expect(contexts[0]).toMatchObject({ state: 'closed', sources: 0 });
  expect(mix.level(0)).toBe(0);
});

test('it starts once, however often play is pressed, and ends with its scope', async () => {
  const mix = mixWhere(true);
  await Promise.all([mix.start(), mix.start()]);
  await mix.start();
  expect(contexts).toHaveLength(1);
  expect(contexts[0]?.sources).toBe(1);
  mix.dispose();
  expect(contexts[0]?.state).toBe('closed');
});
