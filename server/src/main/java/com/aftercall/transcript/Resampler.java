package com.aftercall.transcript;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Changes the sampling rate of one channel while it streams through. Output sample {@code n} stands
 * for the moment {@code n / toHz} of the input exactly, so nothing drifts, however long the
 * recording is.
 *
 * <p>A windowed sinc, kept as one row of coefficients for each fraction of an input sample that an
 * output sample can fall on. The pass band ends at 0.86 of the lower of both Nyquist frequencies;
 * what would alias is damped by 80 dB or more. Memory is bounded by the coefficients. One thread at
 * a time.
 */
final class Resampler {

  /** Zero crossings of the sinc on each side; with the window below it sets the steepness. */
  private static final int ZERO_CROSSINGS = 32;

  /** Of the Kaiser window; 8 keeps the stop band below -80 dB (Kaiser 1974). */
  private static final double BETA = 8;

  /** Middle of the transition, as a part of the lower Nyquist frequency. */
  private static final double CUTOFF = 0.93;

  private final int up;
  private final int down;
  private final int reach;
  private final float[][] rows;

  private float[] history;
  private int held;
  private int phase;
  private int center;

  /**
   * Rates in samples per second, both positive.
   *
   * @throws IllegalArgumentException if one is not
   */
  Resampler(int fromHz, int toHz) {
    if (fromHz <= 0 || toHz <= 0) {
      throw new IllegalArgumentException("cannot resample %d Hz to %d Hz".formatted(fromHz, toHz));
    }
    int divisor = BigInteger.valueOf(fromHz).gcd(BigInteger.valueOf(toHz)).intValue();
    this.up = toHz / divisor;
    this.down = fromHz / divisor;
    double bandwidth = CUTOFF * Math.min(1, (double) toHz / fromHz);
    this.reach = 2 * (int) Math.ceil(ZERO_CROSSINGS / bandwidth / 2);
    this.rows = up == down ? new float[0][] : coefficients(up, reach, bandwidth);
    // The first output stands on the first input; before it lies silence.
    this.history = new float[4 * reach + 4096];
    this.held = reach;
    this.center = reach;
  }

  /** Takes the next samples and returns those that are ready; may be none. */
  short[] resample(short[] samples, int from, int count) {
    if (up == down) {
      return Arrays.copyOfRange(samples, from, from + count);
    }
    append(samples, from, count);
    return drain();
  }

  /**
   * Ends the stream and returns the rest; altogether {@code ceil(inputs * toHz / fromHz)} samples
   * have been given then.
   */
  short[] finish() {
    if (up == down) {
      return new short[0];
    }
    append(new short[reach], 0, reach);
    return drain();
  }

  private void append(short[] samples, int from, int count) {
    int unused = center - reach;
    if (held + count > history.length) {
      float[] room = new float[Math.max(history.length, held - unused + count + reach)];
      System.arraycopy(history, unused, room, 0, held - unused);
      history = room;
      held -= unused;
      center -= unused;
    }
    for (int i = 0; i < count; i++) {
      history[held++] = samples[from + i];
    }
  }

  /** Gives every sample whose inputs are all held. */
  private short[] drain() {
    int stop = held - reach;
    short[] out = new short[(int) Math.max(0, (long) (stop - center + 1) * up / down + 1)];
    int count = 0;
    while (center < stop) {
      out[count++] = weigh(history, center, rows[phase]);
      phase += down;
      center += phase / up;
      phase %= up;
    }
    return Arrays.copyOf(out, count);
  }

  private static short weigh(float[] input, int middle, float[] row) {
    // Four sums, because one would wait for itself at each step.
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int at = middle - row.length / 2 + 1;
    for (int i = 0; i < row.length; i += 4, at += 4) {
      a += input[at] * row[i];
      b += input[at + 1] * row[i + 1];
      c += input[at + 2] * row[i + 2];
      d += input[at + 3] * row[i + 3];
    }
    float sum = (a + b) + (c + d);
    return (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** Row p weighs the inputs at distances {@code -reach + 1 .. reach} from the one before p/up. */
  private static float[][] coefficients(int up, int reach, double bandwidth) {
    float[][] rows = new float[up][2 * reach];
    for (int p = 0; p < up; p++) {
      double sum = 0;
      double[] row = new double[2 * reach];
      for (int i = 0; i < row.length; i++) {
        double distance = i - reach + 1 - (double) p / up;
        row[i] = bandwidth * sinc(bandwidth * distance) * kaiser(distance / reach);
        sum += row[i];
      }
      for (int i = 0; i < row.length; i++) {
        rows[p][i] = (float) (row[i] / sum);
      }
    }
    return rows;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x) {
    return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
  }

  /** Modified Bessel function of the first kind, order 0, by its power series. */
  private static double bessel(double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > 1e-12 * sum; k++) {
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
