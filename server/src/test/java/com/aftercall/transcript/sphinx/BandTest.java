package com.aftercall.transcript.sphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BandTest {

  @Test
  void aLowToneWithTheRoundingNoiseOfResamplingIsATelephoneLine() {
    assertThat(Band.of(samples(1_000, 3_000, 0.5))).isEqualTo(Band.TELEPHONE);
    assertThat(Band.of(samples(3_700, 3_000, 0.5))).isEqualTo(Band.TELEPHONE);
  }

  @Test
  void aTraceOfHissMakesItWide() {
    assertThat(Band.of(samples(1_000, 3_000, 30))).isEqualTo(Band.WIDE);
    assertThat(Band.of(samples(5_000, 3_000, 0.5))).isEqualTo(Band.WIDE);
  }

  @Test
  void silenceIsWideBecauseNothingSpeaksAgainstIt() {
    assertThat(Band.of(new short[16_000])).isEqualTo(Band.WIDE);
    assertThat(Band.of(new short[10])).isEqualTo(Band.WIDE);
  }

  @Test
  void projectingTwiceChangesLittleMore() {
    double[] cepstra = new double[TelephoneProjection.CEPSTRA];
    cepstra[0] = 5;
    cepstra[1] = -3;
    cepstra[2] = 2;
    double[] once = TelephoneProjection.ofFeature(cepstra);
    double[] twice = TelephoneProjection.ofFeature(once);

    assertThat(once).isNotEqualTo(cepstra);
    assertThat(twice[0]).isCloseTo(once[0], within(0.5));
    assertThat(twice[1]).isCloseTo(once[1], within(0.5));
  }

  @Test
  void aVarianceStaysPositive() {
    float[] variance = new float[TelephoneProjection.CEPSTRA];
    Arrays.fill(variance, 0.01f);
    TelephoneProjection.ofVariance(variance);

    for (float value : variance) {
      assertThat(value).isGreaterThanOrEqualTo(0.000_99f);
    }
  }

  private static short[] samples(double hz, double amplitude, double noise) {
    Random random = new Random(1);
    short[] samples = new short[16_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          (short)
              Math.round(
                  amplitude * Math.sin(2 * Math.PI * hz * i / 16_000)
                      + noise * random.nextGaussian());
    }
    return samples;
  }
}
