package com.aftercall.waveform;

import com.aftercall.recording.AudioStream;

/** Samples from an array, a few at a time. */
final class SampleStream implements AudioStream {

  private final int sampleRateHz;
  private final int channels;
  private final int[] samples;
  private final int portion;
  private int next;

  SampleStream(int sampleRateHz, int channels, int[] samples, int portion) {
    this.sampleRateHz = sampleRateHz;
    this.channels = channels;
    this.samples = samples;
    this.portion = portion;
  }

  @Override
  public int sampleRateHz() {
    return sampleRateHz;
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public int read(short[] interleaved, int offset, int frames) {
    var count = Math.min(Math.min(frames, portion), (samples.length - next) / channels);
    for (var i = 0; i < count * channels; i++) {
      interleaved[offset + i] = (short) samples[next++];
    }
    return count == 0 ? -1 : count;
  }

  @Override
  public void close() {}
}
