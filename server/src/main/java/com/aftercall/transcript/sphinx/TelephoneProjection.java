package com.aftercall.transcript.sphinx;

/**
 * Takes what lies above the telephone band out of cepstra, by going back to the mel spectrum,
 * setting its upper filters to their average, which is zero after mean normalization, and
 * returning. Applied to the features and to the Gaussians of the acoustic model alike, so that
 * neither expects anything of a band that is not there.
 *
 * <p>Numbers of the filter bank are those of the model's {@code feat.params}.
 */
final class TelephoneProjection {

  static final int CEPSTRA = 13;

  private static final int FILTERS = 25;
  private static final double LOWEST_HZ = 130;
  private static final double HIGHEST_HZ = 6_800;
  private static final double LIFTER = 22;

  /** Filters with a higher center are left out. */
  private static final double BAND_END_HZ = 3_500;

  /** A variance shrinks to no less than this part; a smaller one would make a filter too sure. */
  private static final double LEAST_VARIANCE = 0.1;

  private static final double[][] MATRIX = matrix();

  private TelephoneProjection() {}

  static double[] ofFeature(double[] cepstra) {
    double[] result = new double[CEPSTRA];
    for (int a = 0; a < CEPSTRA; a++) {
      for (int b = 0; b < CEPSTRA; b++) {
        result[a] += MATRIX[a][b] * cepstra[b];
      }
    }
    return result;
  }

  static void ofMean(float[] mean) {
    double[] wide = new double[CEPSTRA];
    for (int i = 0; i < CEPSTRA; i++) {
      wide[i] = mean[i];
    }
    double[] projected = ofFeature(wide);
    for (int i = 0; i < CEPSTRA; i++) {
      mean[i] = (float) projected[i];
    }
  }

  /** The diagonal of the projected covariance. */
  static void ofVariance(float[] variance) {
    float[] wide = variance.clone();
    for (int a = 0; a < CEPSTRA; a++) {
      double sum = 0;
      for (int b = 0; b < CEPSTRA; b++) {
        sum += MATRIX[a][b] * MATRIX[a][b] * wide[b];
      }
      variance[a] = (float) Math.max(sum, LEAST_VARIANCE * wide[a]);
    }
  }

  private static double[][] matrix() {
    double[][] matrix = new double[CEPSTRA][CEPSTRA];
    double step = (mel(HIGHEST_HZ) - mel(LOWEST_HZ)) / (FILTERS + 1);
    for (int filter = 0; mel(LOWEST_HZ) + (filter + 1) * step < mel(BAND_END_HZ); filter++) {
      for (int a = 0; a < CEPSTRA; a++) {
        for (int b = 0; b < CEPSTRA; b++) {
          matrix[a][b] += lift(a) * cosine(a, filter) * cosine(b, filter) / lift(b);
        }
      }
    }
    return matrix;
  }

  /** Orthonormal, so that its transpose leads back. */
  private static double cosine(int cepstrum, int filter) {
    return Math.sqrt((cepstrum == 0 ? 1.0 : 2.0) / FILTERS)
        * Math.cos(Math.PI * cepstrum * (filter + 0.5) / FILTERS);
  }

  private static double lift(int cepstrum) {
    return 1 + LIFTER / 2 * Math.sin(Math.PI * cepstrum / LIFTER);
  }

  private static double mel(double hz) {
    return 2_595 * Math.log10(1 + hz / 700);
  }
}
