package com.aftercall.waveform;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The innermost loops over 16-bit little-endian samples. They are written so that the JIT compiler
 * turns them into vector instructions: two samples make one int, whose order is that of its upper
 * sample, and shifted up by 16 that of its lower one.
 */
final class PeakLoops {

  static final ValueLayout.OfShort SAMPLE =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfInt PAIR =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private PeakLoops() {}

  /**
   * Writes lowest and highest sample of each channel, {@code 2 * channels} values, for as many
   * frames as are given.
   *
   * @param offset byte of the first frame
   * @param frames more than zero
   */
  static void reduce(
      MemorySegment block, long offset, int frames, int channels, short[] values, int at) {
    if (channels == 2) {
      pairs(block, offset, frames, values, at);
    } else if (channels == 1 && frames % 2 == 0) {
      pairs(block, offset, frames / 2, values, at);
      values[at] = (short) Math.min(values[at], values[at + 2]);
      values[at + 1] = (short) Math.max(values[at + 1], values[at + 3]);
    } else {
      for (var channel = 0; channel < channels; channel++) {
        strided(block, offset + 2L * channel, frames, channels, values, at + 2 * channel);
      }
    }
  }

  private static void pairs(MemorySegment block, long offset, int pairs, short[] values, int at) {
    var lowerMin = Integer.MAX_VALUE;
    var lowerMax = Integer.MIN_VALUE;
    var upperMin = Integer.MAX_VALUE;
    var upperMax = Integer.MIN_VALUE;
    for (var i = 0; i < pairs; i++) {
      var upper = block.get(PAIR, offset + i * 4L);
      var lower = upper << Short.SIZE;
      lowerMin = Math.min(lowerMin, lower);
      lowerMax = Math.max(lowerMax, lower);
      upperMin = Math.min(upperMin, upper);
      upperMax = Math.max(upperMax, upper);
    }
    values[at] = (short) (lowerMin >> Short.SIZE);
    values[at + 1] = (short) (lowerMax >> Short.SIZE);
    values[at + 2] = (short) (upperMin >> Short.SIZE);
    values[at + 3] = (short) (upperMax >> Short.SIZE);
  }

  private static void strided(
      MemorySegment block, long offset, int frames, int channels, short[] values, int at) {
    int min = Short.MAX_VALUE;
    int max = Short.MIN_VALUE;
    for (var i = 0; i < frames; i++) {
      int sample = block.get(SAMPLE, offset + 2L * channels * i);
      min = Math.min(min, sample);
      max = Math.max(max, sample);
    }
    values[at] = (short) min;
    values[at + 1] = (short) max;
  }

  /** Whether both channels of every stereo frame are the same. */
  static boolean identicalPairs(MemorySegment block, int frames) {
    var difference = 0;
    for (var i = 0; i < frames; i++) {
      var pair = block.get(PAIR, i * 4L);
      difference |= pair ^ (pair << Short.SIZE);
    }
    return difference >>> Short.SIZE == 0;
  }

  /** Whether all channels of every frame are the same. */
  static boolean identicalChannels(MemorySegment block, int frames, int channels) {
    if (channels == 2) {
      return identicalPairs(block, frames);
    }
    var difference = 0;
    for (var i = 0L; i < (long) frames * channels; i += channels) {
      var first = block.get(SAMPLE, 2 * i);
      for (var channel = 1; channel < channels; channel++) {
        difference |= first ^ block.get(SAMPLE, 2 * (i + channel));
      }
    }
    return difference == 0;
  }
}
