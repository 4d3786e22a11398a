package com.aftercall.waveform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aftercall.recording.AudioChannel;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class ChannelLevelsTest {

  private static final int FRAMES = 200_000; // several blocks
  private static final AudioChannel LEFT = new AudioChannel(0);
  private static final AudioChannel RIGHT = new AudioChannel(1);

  @Test
  void peakIsTheLargestDistanceFromZeroOnEitherSide() {
    var levels = stereo(frame -> frame == 77_777 ? -32_768 : 5, frame -> frame == 3 ? 300 : -299);

    assertThat(levels.channels().get(0).peak()).isEqualTo(32_768);
    assertThat(levels.channels().get(1).peak()).isEqualTo(300);
  }

  @Test
  void rmsOfASquareWaveIsItsHeightAndOfASineItsHeightOverRootTwo() {
    var levels =
        stereo(
            frame -> frame % 2 == 0 ? 1_000 : -1_000,
            frame -> (int) Math.round(10_000 * Math.sin(2 * Math.PI * 440 * frame / 8_000)));

    assertThat(levels.channels().get(0).rms()).isEqualTo(1_000);
    assertThat(levels.channels().get(1).rms()).isCloseTo(7_071, within(70.0));
  }

  @Test
  void peakOf256IsSilenceAnd257IsNot() {
    var levels = stereo(frame -> frame % 2 == 0 ? 256 : -256, frame -> frame == 9 ? -257 : 0);

    assertThat(levels.isSilent(LEFT)).isTrue();
    assertThat(levels.isSilent(RIGHT)).isFalse();
  }

  @Test
  void sameSamplesOnBothChannelsAreDualMono() {
    var levels = stereo(ChannelLevelsTest::voice, ChannelLevelsTest::voice);

    assertThat(levels.identical()).isTrue();
    assertThat(levels.isDualMono()).isTrue();
  }

  @Test
  void oneDifferentSampleAtTheVeryEndIsNotIdenticalButStillDualMono() {
    var levels =
        stereo(ChannelLevelsTest::voice, frame -> voice(frame) + (frame == FRAMES - 1 ? 1 : 0));

    assertThat(levels.identical()).isFalse();
    assertThat(levels.isDualMono()).isTrue();
  }

  @Test
  void oneDifferentSampleAtTheVeryBeginningIsNotForgotten() {
    var levels = stereo(ChannelLevelsTest::voice, frame -> voice(frame) + (frame == 0 ? 1 : 0));

    assertThat(levels.identical()).isFalse();
  }

  @Test
  void sameSoundAtHalfTheLevelIsDualMono() {
    var levels = stereo(ChannelLevelsTest::voice, frame -> voice(frame) / 2);

    assertThat(levels.correlation()).isGreaterThan(0.999);
    assertThat(levels.isDualMono()).isTrue();
  }

  @Test
  void differentVoicesAreNotDualMono() {
    var levels = stereo(ChannelLevelsTest::voice, frame -> voice(frame + 500));

    assertThat(levels.correlation()).isBetween(-0.2, 0.2);
    assertThat(levels.isDualMono()).isFalse();
  }

  @Test
  void voiceBesideASilentChannelIsNotDualMono() {
    var levels = stereo(ChannelLevelsTest::voice, frame -> 0);

    assertThat(levels.correlation()).isZero();
    assertThat(levels.isDualMono()).isFalse();
  }

  @Test
  void monoIsNeverDualMono() {
    var stream = new SampleStream(8_000, 1, new int[] {1, 2, 3}, 2);
    var levels = WaveformDrawing.draw(stream).loudness();

    assertThat(levels.channels()).hasSize(1);
    assertThat(levels.identical()).isFalse();
    assertThat(levels.isDualMono()).isFalse();
  }

  @Test
  void threeChannelsAreIdenticalOnlyIfAllThreeAre() {
    assertThat(threeChannels(7).identical()).isTrue();
    assertThat(threeChannels(8).identical()).isFalse();
  }

  private static ChannelLevels threeChannels(int last) {
    var stream = new SampleStream(8_000, 3, new int[] {5, 5, 5, 7, 7, last}, 2);
    return WaveformDrawing.draw(stream).loudness();
  }

  /** Noise that any frame can be asked for again. */
  private static int voice(int frame) {
    return new Random(frame * 7_919L).nextInt(-9_000, 9_000);
  }

  private static ChannelLevels stereo(IntUnaryOperator left, IntUnaryOperator right) {
    var samples = new int[2 * FRAMES];
    for (var frame = 0; frame < FRAMES; frame++) {
      samples[2 * frame] = left.applyAsInt(frame);
      samples[2 * frame + 1] = right.applyAsInt(frame);
    }
    return WaveformDrawing.draw(new SampleStream(8_000, 2, samples, 10_000)).loudness();
  }
}
