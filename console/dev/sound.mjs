// A made-up recording: for every word a buzz in its speaker's pitch, swelling and fading like speech.

/** 16-bit PCM WAV of the turns, each participant on a channel of its own. */
export function wav(turns, { durationMillis, sampleRateHz, channels, assignment }) {
  const frames = Math.round((durationMillis * sampleRateHz) / 1000);
  const data = Buffer.from(new ArrayBuffer(44 + frames * channels * 2));
  data.write('RIFF', 0);
  data.writeUInt32LE(data.length - 8, 4);
  data.write('WAVEfmt ', 8);
  data.writeUInt32LE(16, 16);
  data.writeUInt16LE(1, 20);
  data.writeUInt16LE(channels, 22);
  data.writeUInt32LE(sampleRateHz, 24);
  data.writeUInt32LE(sampleRateHz * channels * 2, 28);
  data.writeUInt16LE(channels * 2, 32);
  data.writeUInt16LE(16, 34);
  data.write('data', 36);
  data.writeUInt32LE(data.length - 44, 40);
  const samples = new Int16Array(data.buffer, data.byteOffset + 44, frames * channels);
  for (const turn of turns) {
    const channel = Math.max(0, assignment.indexOf(turn.participant));
    for (const word of turn.words) speak(samples, word, channel, turn.participant === 'agent' ? 190 : 120, { sampleRateHz, channels, frames });
  }
  return data;
}

/** One second of a voice; whole numbers of cycles, so that it joins its own end. */
const voices = new Map();

function voice(pitch, sampleRateHz) {
  const key = `${pitch} ${sampleRateHz}`;
  if (!voices.has(key)) {
    const wave = (k, t) => Math.sin(2 * Math.PI * k * pitch * t);
    voices.set(key, Float32Array.from({ length: sampleRateHz }, (_, i) => wave(1, i / sampleRateHz) + 0.5 * wave(3, i / sampleRateHz) + 0.3 * wave(7, i / sampleRateHz)));
  }
  return voices.get(key);
}

function speak(samples, word, channel, pitch, { sampleRateHz, channels, frames }) {
  const from = Math.round((word.beginMillis * sampleRateHz) / 1000);
  const to = Math.min(frames, Math.round((word.endMillis * sampleRateHz) / 1000));
  const loud = 3_000 + ((word.text.length * 7919) % 9) * 1_500;
  const buzz = voice(pitch, sampleRateHz);
  let swell = 0;
  for (let frame = from; frame < to; frame++) {
    if ((frame - from) % 64 === 0) {
      const part = (frame - from) / (to - from);
      swell = loud * Math.sin(Math.PI * part) * (0.6 + 0.4 * Math.sin(part * 19 + word.text.length));
    }
    samples[frame * channels + channel] = swell * buzz[frame % sampleRateHz];
  }
}

/** Peaks of that WAV in the waveform data format, version 2, 8 bit, 256 samples per pixel. */
export function peaks(bytes, { channels, sampleRateHz }) {
  const samplesPerPixel = 256;
  const frames = (bytes.length - 44) / (channels * 2);
  const length = Math.ceil(frames / samplesPerPixel);
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset + 44, frames * channels);
  const out = Buffer.alloc(24 + length * channels * 2);
  [2, 1, sampleRateHz, samplesPerPixel, length, channels].forEach((value, i) => out.writeInt32LE(value, i * 4));
  for (let point = 0; point < length; point++) {
    for (let channel = 0; channel < channels; channel++) {
      let min = 32_767;
      let max = -32_768;
      for (let frame = point * samplesPerPixel; frame < Math.min(frames, (point + 1) * samplesPerPixel); frame++) {
        const sample = samples[frame * channels + channel];
        min = Math.min(min, sample);
        max = Math.max(max, sample);
      }
      out.writeInt8(Math.trunc(min / 256), 24 + (point * channels + channel) * 2);
      out.writeInt8(Math.trunc(max / 256), 25 + (point * channels + channel) * 2);
    }
  }
  return out;
}
