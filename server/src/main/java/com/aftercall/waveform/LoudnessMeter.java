package com.aftercall.waveform;

import com.aftercall.waveform.ChannelLevels.Loudness;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;

/**
 * Measures loudness and likeness of the channels beside the drawing. Squares are summed for every
 * 127th frame only: all of them would take as long as the drawing itself, and a prime step does not
 * fall in with any tone of the telephone network.
 */
final class LoudnessMeter {

  private static final int STEP = 127;

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
    if (channels == 2) {
      addPairs(block, frames);
    } else {
      for (var channel = 0; channel < channels; channel++) {
        addChannel(block, frames, channel);
      }
    }
    var count = (frames - next + STEP - 1) / STEP;
    measured += count;
    next += count * STEP - frames;
  }

  private void addPairs(MemorySegment block, int frames) {
    var leftSum = 0L;
    var rightSum = 0L;
    var leftSquares = 0L;
    var rightSquares = 0L;
    var together = 0L;
    for (var frame = next; frame < frames; frame += STEP) {
      var pair = block.get(PeakLoops.PAIR, 4L * frame);
      var left = (short) pair;
      var right = (short) (pair >> Short.SIZE);
      leftSum += left;
      rightSum += right;
      leftSquares += left * left;
      rightSquares += right * right;
      together += left * right;
    }
    sums[0] += leftSum;
    sums[1] += rightSum;
    squares[0] += leftSquares;
    squares[1] += rightSquares;
    products += together;
  }

  private void addChannel(MemorySegment block, int frames, int channel) {
    var sum = 0L;
    var square = 0L;
    for (var frame = next; frame < frames; frame += STEP) {
      var sample = block.get(PeakLoops.SAMPLE, 2L * (frame * channels + channel));
      sum += sample;
      square += sample * sample;
    }
    sums[channel] += sum;
    squares[channel] += square;
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
    if (channels != 2) {
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
