/** Peaks as the server sends them: BBC's waveform data format, version 1 or 2 (docs/formats.md). */
export interface WaveformData {
  readonly sampleRateHz: number;
  readonly samplesPerPixel: number;
  readonly channels: number;
  /** Points per channel. */
  readonly length: number;
  /** Lowest and highest per point and channel: min ch0, max ch0, min ch1, max ch1, … */
  readonly peaks: Int8Array | Int16Array;
  /** What a full-scale sample is in `peaks`. */
  readonly fullScale: number;
}

const FLAG_8_BIT = 1;
const HEADER_BYTES_V1 = 20;
const HEADER_BYTES_V2 = 24;

/** Throws if the bytes are no waveform, or fewer than their header promises. Little-endian, as the format says. */
export function parseWaveform(buffer: ArrayBuffer): WaveformData {
  if (buffer.byteLength < HEADER_BYTES_V1) throw new Error(`waveform has ${buffer.byteLength} bytes, no whole header`);
  const view = new DataView(buffer);
  const version = view.getInt32(0, true);
  if (version !== 1 && version !== 2) throw new Error(`waveform has version ${version}, known are 1 and 2`);
  const headerBytes = version === 2 ? HEADER_BYTES_V2 : HEADER_BYTES_V1;
  if (buffer.byteLength < headerBytes) throw new Error(`waveform has ${buffer.byteLength} bytes, no whole header`);
  const eightBit = (view.getUint32(4, true) & FLAG_8_BIT) !== 0;
  const length = view.getUint32(16, true);
  const channels = version === 2 ? view.getInt32(20, true) : 1;
  const values = length * channels * 2;
  const wanted = headerBytes + values * (eightBit ? 1 : 2);
  if (buffer.byteLength < wanted) throw new Error(`waveform has ${buffer.byteLength} bytes, its header says ${wanted}`);
  return {
    sampleRateHz: view.getInt32(8, true),
    samplesPerPixel: view.getInt32(12, true),
    channels,
    length,
    peaks: eightBit ? new Int8Array(buffer, headerBytes, values) : sixteenBit(view, headerBytes, values),
    fullScale: eightBit ? 128 : 32_768,
  };
}

function sixteenBit(view: DataView, headerBytes: number, values: number): Int16Array {
  const peaks = new Int16Array(values);
  for (let i = 0; i < values; i++) peaks[i] = view.getInt16(headerBytes + 2 * i, true);
  return peaks;
}

export function durationMillis(wave: WaveformData): number {
  return (wave.length * wave.samplesPerPixel * 1000) / wave.sampleRateHz;
}
