import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Playback } from './playback';

/** As much of an audio element as the player uses; the test says when data arrives or is refused. */
class FakeAudio extends EventTarget {
  currentTime = 0;
  duration = NaN;
  paused = true;
  seeking = false;
  playbackRate = 1;
  defaultPlaybackRate = 1;
  preservesPitch = true;
  preload = '';
  error: { message: string } | null = null;
  buffered = { length: 0, start: () => 0, end: () => 0 };
  #src = '';

  get src() {
    return this.#src;
  }
  set src(url: string) {
    this.#src = url;
    this.currentTime = 0;
    this.paused = true;
  }
  getAttribute() {
    return this.#src || null;
  }
  removeAttribute() {
    this.#src = '';
  }
  load() {}
  remove() {}
  async play() {
    this.paused = false;
    this.dispatchEvent(new Event('play'));
  }
  pause() {
    if (this.paused) return;
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }
  arrive(seconds: number) {
    this.duration = seconds;
    this.dispatchEvent(new Event('loadedmetadata'));
  }
  refuse() {
    this.error = { message: '403' };
    this.dispatchEvent(new Event('error'));
  }
}

let audio: FakeAudio;
let signed: number;
let playback: Playback;

beforeEach(() => {
  vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.stubGlobal('requestAnimationFrame', () => 0);
  vi.stubGlobal('cancelAnimationFrame', () => {});
  audio = new FakeAudio();
  signed = 0;
  playback = new Playback(audio as unknown as HTMLAudioElement, 60_000, async () => {
    signed++;
    return { url: `/media/a?n=${signed}`, expiresAt: new Date(Date.now() + 300_000).toISOString() };
  });
});

afterEach(() => {
  playback.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a place asked for before the audio is there is kept, and nothing starts by itself', async () => {
  playback.seek(12_300);
  await playback.load();
  expect(playback.timeMillis).toBe(12_300);
  audio.arrive(60);
  expect(audio.currentTime).toBe(12.3);
  expect(audio.paused).toBe(true);
});

test('play before the audio is there starts it when it arrives', async () => {
  await playback.play();
  expect(audio.paused).toBe(true);
  audio.arrive(60);
  expect(playback.state.playing).toBe(true);
});

test('seeking stays within the recording', async () => {
  await playback.load();
  audio.arrive(60);
  playback.seek(-5);
  expect(audio.currentTime).toBe(0);
  playback.skip(99_000);
  expect(audio.currentTime).toBe(60);
});

test('a refused link is renewed, with place, rate and play state kept', async () => {
  await playback.load();
  audio.arrive(60);
  playback.setRate(1.5);
  await playback.play();
  playback.seek(30_000);
  audio.refuse();
  await vi.waitFor(() => expect(signed).toBe(2));
  audio.arrive(60);
  expect(audio.src).toBe('/media/a?n=2');
  expect(audio.currentTime).toBe(30);
  expect(audio.playbackRate).toBe(1.5);
  expect(audio.paused).toBe(false);
});

test('a link is renewed half a minute before it ends', async () => {
  await playback.load();
  audio.arrive(60);
  await vi.advanceTimersByTimeAsync(269_999);
  expect(signed).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(signed).toBe(2);
});

test('nothing is renewed when all of the audio is there', async () => {
  await playback.load();
  audio.arrive(60);
  audio.buffered = { length: 1, start: () => 0, end: () => 60 };
  await vi.advanceTimersByTimeAsync(300_000);
  expect(signed).toBe(1);
});

test('audio that is refused again and again fails with its reason', async () => {
  await playback.load();
  for (let i = 0; i < 3; i++) {
    audio.refuse();
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(playback.state).toMatchObject({ phase: 'failed', problem: '403' });
  expect(signed).toBe(3);
});

test('after dispose nothing is heard and nothing is asked for', async () => {
  await playback.load();
  audio.arrive(60);
  playback.dispose();
  audio.refuse();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(signed).toBe(1);
  expect(audio.src).toBe('');
});

test('silence is jumped over while playing, and only then', async () => {
  await playback.load();
  audio.arrive(60);
  playback.setQuiet([{ beginMillis: 5_000, endMillis: 9_000 }]);
  playback.setSkipsSilence(true);
  playback.seek(6_000);
  audio.dispatchEvent(new Event('timeupdate'));
  expect(audio.currentTime).toBe(6);
  await playback.play();
  audio.dispatchEvent(new Event('timeupdate'));
  expect(audio.currentTime).toBe(9);
  playback.setSkipsSilence(false);
  playback.seek(6_000);
  audio.dispatchEvent(new Event('timeupdate'));
  expect(audio.currentTime).toBe(6);
});

test('a loop repeats until it is ended', async () => {
  await playback.load();
  audio.arrive(60);
  playback.loopFrom(10_000);
  playback.loopTo(12_000);
  playback.seek(11_900);
  await playback.play();
  audio.currentTime = 12.01;
  audio.dispatchEvent(new Event('timeupdate'));
  expect(audio.currentTime).toBe(10);
  playback.setLoop(null);
  audio.currentTime = 12.01;
  audio.dispatchEvent(new Event('timeupdate'));
  expect(audio.currentTime).toBe(12.01);
});

test('a loop up to the end of the recording begins again', async () => {
  await playback.load();
  audio.arrive(60);
  playback.setLoop({ beginMillis: 50_000, endMillis: 60_000 });
  playback.seek(59_000);
  await playback.play();
  audio.currentTime = 60;
  audio.pause();
  audio.dispatchEvent(new Event('ended'));
  expect(audio.currentTime).toBe(50);
  expect(audio.paused).toBe(false);
});

test('without Web Audio the recording plays, and it is said that channels cannot be mixed', async () => {
  await playback.load();
  audio.arrive(60);
  expect(playback.mix.state.mixing).toBe('notYet');
  await playback.play();
  expect(playback.state.playing).toBe(true);
  expect(playback.mix.state.mixing).toBe('asIs');
});
