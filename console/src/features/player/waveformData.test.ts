import { expect, test } from 'vitest';
import { durationMillis, parseWaveform } from './waveformData';

/** Written out by hand: version 2, 8 bit, 8 kHz, 256 samples per pixel, two points, two channels. */
const TWO_CHANNELS = [
  2, 0, 0, 0, /* flags */ 1, 0, 0, 0, /* 8000 */ 0x40, 0x1f, 0, 0, /* 256 */ 0, 1, 0, 0, /* points */ 2, 0, 0, 0,
  /* channels */ 2, 0, 0, 0, /* point 0 */ 0x80, 0x7f, 0xff, 1, /* point 1 */ 0, 0, 0xf6, 10,
];

const buffer = (bytes: number[]) => new Uint8Array(bytes).buffer;

test('version 2 with 8 bits is read as the format page says', () => {
  const wave = parseWaveform(buffer(TWO_CHANNELS));
  expect(wave).toMatchObject({ sampleRateHz: 8000, samplesPerPixel: 256, channels: 2, length: 2, fullScale: 128 });
  expect([...wave.peaks]).toEqual([-128, 127, -1, 1, 0, 0, -10, 10]);
  expect(durationMillis(wave)).toBe(64);
});

test('version 1 has one channel and a shorter header', () => {
  const bytes = [1, 0, 0, 0, 1, 0, 0, 0, 0x40, 0x1f, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0xfe, 2];
  const wave = parseWaveform(buffer(bytes));
  expect(wave.channels).toBe(1);
  expect([...wave.peaks]).toEqual([-2, 2]);
});

test('16-bit peaks are little-endian', () => {
  const bytes = [...TWO_CHANNELS.slice(0, 24), 0, 0x80, 0xff, 0x7f];
  bytes[4] = 0;
  bytes[16] = 1;
  bytes[20] = 1;
  const wave = parseWaveform(buffer(bytes));
  expect([...wave.peaks]).toEqual([-32_768, 32_767]);
  expect(wave.fullScale).toBe(32_768);
});

test('fewer bytes than the header says is an error that names both', () => {
  expect(() => parseWaveform(buffer(TWO_CHANNELS.slice(0, -1)))).toThrow('waveform has 31 bytes, its header says 32');
});

test('something else is not taken for a waveform', () => {
  expect(() => parseWaveform(buffer([]))).toThrow('no whole header');
  expect(() => parseWaveform(new TextEncoder().encode('{"title":"not found"}').buffer as ArrayBuffer)).toThrow(
    'known are 1 and 2',
  );
});
