package com.aftercall.transcript;

import java.util.Random;

/** Invented audio for tests. */
final class Tones {

  private Tones() {}

  static short[] silence(int sampleRateHz, double seconds) {
    return new short[(int) Math.round(sampleRateHz * seconds)];
  }

  static short[] tone(int sampleRateHz, double seconds, double hz, double amplitude) {
    short[] samples = silence(sampleRateHz, seconds);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hz * i / sampleRateHz));
    }
    return samples;
  }

  static short[] noise(int sampleRateHz, double seconds, double deviation, long seed) {
    Random random = new Random(seed);
    short[] samples = silence(sampleRateHz, seconds);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(deviation * random.nextGaussian());
    }
    return samples;
  }

  static short[] joined(short[]... parts) {
    int length = 0;
    for (short[] part : parts) {
      length += part.length;
    }
    short[] all = new short[length];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** Root of the mean square between two moments. */
  static double loudness(short[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return Math.sqrt(sum / (to - from));
  }
}
