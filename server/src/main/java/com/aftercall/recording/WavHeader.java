package com.aftercall.recording;

import java.time.Duration;

/**
 * Where the samples lie in a WAV file and what they are.
 *
 * @param container {@code WAV}, or {@code RF64} or {@code BW64} for the forms with 64-bit lengths
 * @param dataStart byte of the first sample
 * @param frames whole frames that are really there, more than zero
 * @param missingBytes by how much the file ends before it says, as when it was not written whole;
 *     zero where it says nothing that can be true
 */
record WavHeader(
    String container,
    SampleEncoding encoding,
    int sampleRateHz,
    int channels,
    long dataStart,
    long frames,
    long missingBytes) {

  int frameBytes() {
    return channels * encoding.bytesPerSample();
  }

  long dataEnd() {
    return dataStart + frames * frameBytes();
  }

  AudioDescription describe(long sizeBytes) {
    return new AudioDescription(
        container,
        encoding.label(),
        sampleRateHz,
        channels,
        frames,
        duration(),
        sizeBytes,
        missingBytes);
  }

  private Duration duration() {
    var nanos = frames % sampleRateHz * 1_000_000_000 / sampleRateHz;
    return Duration.ofSeconds(frames / sampleRateHz, nanos);
  }
}
