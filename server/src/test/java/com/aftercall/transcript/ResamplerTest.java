package com.aftercall.transcript;

import static com.aftercall.transcript.Tones.joined;
import static com.aftercall.transcript.Tones.loudness;
import static com.aftercall.transcript.Tones.tone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

  @ParameterizedTest
  @CsvSource({
    "8000, 16000, 16000",
    "11025, 16000, 16000",
    "16000, 16000, 16000",
    "22050, 16000, 16000",
    "44100, 16000, 16000",
    "48000, 8000, 8000",
    "8001, 16000, 16000"
  })
  void oneSecondStaysOneSecond(int fromHz, int toHz, int expected) {
    assertThat(resampled(new short[fromHz], fromHz, toHz)).hasSize(expected);
  }

  @Test
  void lengthIsRoundedUpToWholeSamples() {
    assertThat(resampled(new short[7], 48_000, 16_000)).hasSize(3);
    assertThat(resampled(new short[6], 48_000, 16_000)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"8000", "11025", "22050", "44100", "48000"})
  void aToneKeepsItsFrequencyPhaseAndLoudness(int fromHz) {
    short[] out = resampled(tone(fromHz, 1, 1_000, 10_000), fromHz, 16_000);

    short[] expected = tone(16_000, 1, 1_000, 10_000);
    for (int i = 1_000; i < 15_000; i++) {
      assertThat((double) out[i]).isCloseTo(expected[i], within(20.0));
    }
  }

  @Test
  void theHighestToneOfATelephoneLinePasses() {
    short[] out = resampled(tone(8_000, 1, 3_400, 10_000), 8_000, 16_000);

    assertThat(loudness(out, 1_000, 15_000)).isCloseTo(7_071, within(80.0));
  }

  @Test
  void whatWouldAliasIsDamped() {
    short[] out = resampled(tone(48_000, 1, 9_000, 30_000), 48_000, 16_000);

    assertThat(loudness(out, 1_000, 15_000)).isLessThan(2.2); // 80 dB below the tone
  }

  @Test
  void theMirrorOfAToneIsDampedWhenTheRateIsRaised() {
    short[] out = resampled(tone(8_000, 1, 1_000, 30_000), 8_000, 16_000);

    // Whatever is left when the tone is taken away again.
    short[] tone = tone(16_000, 1, 1_000, 30_000);
    short[] rest = new short[out.length];
    for (int i = 0; i < out.length; i++) {
      rest[i] = (short) (out[i] - tone[i]);
    }
    assertThat(loudness(rest, 1_000, 15_000)).isLessThan(3);
  }

  @Test
  void piecesOfAnySizeGiveTheSameAsTheWhole() {
    short[] in = Tones.noise(44_100, 0.5, 4_000, 1);
    Resampler resampler = new Resampler(44_100, 16_000);
    short[] out = new short[0];
    for (int from = 0, size = 1; from < in.length; from += size, size = size % 977 + 13) {
      out = joined(out, resampler.resample(in, from, Math.min(size, in.length - from)));
    }

    assertThat(joined(out, resampler.finish())).isEqualTo(resampled(in, 44_100, 16_000));
  }

  @Test
  void aClickAfterTwoHoursStaysWhereItIs() {
    Resampler resampler = new Resampler(11_025, 16_000);
    short[] second = new short[11_025];
    long before = 0;
    for (int i = 0; i < 7_200; i++) {
      before += resampler.resample(second, 0, second.length).length;
    }
    second[0] = 20_000;
    short[] out = joined(resampler.resample(second, 0, second.length), resampler.finish());

    int loudest = 0;
    for (int i = 0; i < out.length; i++) {
      loudest = Math.abs(out[i]) > Math.abs(out[loudest]) ? i : loudest;
    }
    assertThat(before + loudest).isEqualTo(7_200L * 16_000);
  }

  @Test
  void tooLoudASumIsClippedInsteadOfWrapped() {
    short[] square = new short[8_000];
    Arrays.fill(square, 0, 4_000, Short.MAX_VALUE);
    Arrays.fill(square, 4_000, 8_000, Short.MIN_VALUE);
    short[] out = resampled(square, 8_000, 16_000);

    for (int i = 100; i < 7_990; i++) {
      assertThat(out[i]).isGreaterThan((short) 20_000);
    }
    assertThat(out).contains(Short.MAX_VALUE);
  }

  @Test
  void aRateOfZeroIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Resampler(0, 16_000))
        .withMessage("cannot resample 0 Hz to 16000 Hz");
  }

  private static short[] resampled(short[] in, int fromHz, int toHz) {
    Resampler resampler = new Resampler(fromHz, toHz);
    return joined(resampler.resample(in, 0, in.length), resampler.finish());
  }
}
