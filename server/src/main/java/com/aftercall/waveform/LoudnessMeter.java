package com.aftercall.waveform;

import com.aftercall.waveform.ChannelLevels.Loudness;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;

/**
 * Measures loudness and likeness of the channels beside the drawing. Squares are summed for every
 * 31st frame only: all of them would take as long as the drawing itself, and a prime step does not
 * fall in with any tone of the telephone network.
 */
final class LoudnessMeter {

  private static final int STEP = 31;

  private final int channels;
  private final long[] sums;
  private final long[] squares;
  private long products;
  private long measured;
  private int next;
  private boolean identical;

  LoudnessMeter(int channels) {
    this.channels = channels;
    this.sums = new long[channels];
    this.squares = new long[channels];
    this.identical = channels > 1;
  }

  void add(MemorySegment block, int frames) {
    identical = identical && PeakLoops.identicalChannels(block, frames, channels);
    var frame = next;
    for (; frame < frames; frame += STEP) {
      measure(block, 2L * frame * channels);
    }
    next = frame - frames;
  }

  private void measure(MemorySegment block, long offset) {
    for (var channel = 0; channel < channels; channel++) {
      long sample = block.get(PeakLoops.SAMPLE, offset + 2L * channel);
      sums[channel] += sample;
      squares[channel] += sample * sample;
    }
    if (channels > 1) {
      products +=
          (long) block.get(PeakLoops.SAMPLE, offset) * block.get(PeakLoops.SAMPLE, offset + 2);
    }
    measured++;
  }

  /** The result, with peaks taken from the coarsest level, which has them all. */
  ChannelLevels levels(WaveformLevel coarsest) {
    var loudness = new ArrayList<Loudness>();
    for (var channel = 0; channel < channels; channel++) {
      var rms = measured == 0 ? 0 : Math.sqrt((double) squares[channel] / measured);
      loudness.add(new Loudness(peak(coarsest.values(), channel), rms));
    }
    return new ChannelLevels(loudness, identical && measured > 0, correlation());
  }

  private int peak(short[] values, int channel) {
    var peak = 0;
    for (var at = 2 * channel; at < values.length; at += 2 * channels) {
      peak = Math.max(peak, Math.max(-values[at], values[at + 1]));
    }
    return peak;
  }

  private double correlation() {
    if (channels < 2) {
      return 0;
    }
    var spread = Math.sqrt(variance(0)) * Math.sqrt(variance(1));
    var together = (double) products * measured - (double) sums[0] * sums[1];
    return spread == 0 ? 0 : Math.clamp(together / spread, -1, 1);
  }

  private double variance(int channel) {
    var mean = (double) sums[channel] * sums[channel];
    return Math.max(0, (double) squares[channel] * measured - mean);
  }
}
