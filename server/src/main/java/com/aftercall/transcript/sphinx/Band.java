package com.aftercall.transcript.sphinx;

/** How much of the spectrum a stretch of speech has. */
enum Band {
  /** Up to 6.8 kHz and more, as the acoustic model expects. */
  WIDE,
  /** Cut off below 4 kHz, as telephone lines and recordings at 8 kHz are. */
  TELEPHONE;

  /**
   * Speech of the wide band has a hundredth to a thousandth of its power up there; a resampled
   * telephone line has rounding noise only.
   */
  private static final double TELEPHONE_PART = 3e-5;

  /** Where telephone lines have nothing left. */
  private static final double SPLIT_HZ = 4_300;

  private static final int TAPS = 63;

  private static final double[] HIGH_PASS = highPass();

  /** Judges 16 kHz samples by the power above {@value #SPLIT_HZ} Hz. */
  static Band of(short[] samples) {
    double all = 0;
    double high = 0;
    for (int i = 0; i + TAPS <= samples.length; i++) {
      double filtered = 0;
      for (int k = 0; k < TAPS; k++) {
        filtered += HIGH_PASS[k] * samples[i + k];
      }
      high += filtered * filtered;
      all += (double) samples[i + TAPS / 2] * samples[i + TAPS / 2];
    }
    return high < TELEPHONE_PART * all ? TELEPHONE : WIDE;
  }

  /** Windowed sinc (Blackman), spectrally inverted. */
  private static double[] highPass() {
    double cutoff = SPLIT_HZ / SphinxRecognizer.SAMPLE_RATE_HZ;
    int middle = TAPS / 2;
    double[] taps = new double[TAPS];
    for (int i = 0; i < TAPS; i++) {
      double x = i - middle;
      double sinc = x == 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * x) / (Math.PI * x);
      double phase = 2 * Math.PI * i / (TAPS - 1);
      taps[i] = -sinc * (0.42 - 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase));
    }
    taps[middle] += 1;
    return taps;
  }
}
