package com.aftercall.transcript;

import static com.aftercall.transcript.Tones.joined;
import static com.aftercall.transcript.Tones.noise;
import static com.aftercall.transcript.Tones.silence;
import static com.aftercall.transcript.Tones.tone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aftercall.transcript.spi.SpeechStretch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechDetectorTest {

  private static final int RATE = 16_000;

  @Test
  void silenceHasNoStretches() {
    assertThat(detect(RATE, silence(RATE, 60))).isEmpty();
  }

  @Test
  void nothingAtAllHasNoStretches() {
    assertThat(detect(RATE, new short[0])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 44_100, 48_000})
  void aBurstHasItsBordersWithPadding(int rate) {
    var found =
        detect(
            rate,
            joined(noise(rate, 5, 20, 1), tone(rate, 0.3, 400, 3_000), noise(rate, 4.7, 20, 2)));

    assertThat(found).hasSize(1);
    assertThat(begin(found.getFirst())).isCloseTo(5.0 - 0.25, within(0.05));
    assertThat(end(found.getFirst())).isCloseTo(5.3 + 0.25, within(0.05));
    assertThat(found.getFirst().sampleRateHz()).isEqualTo(rate);
  }

  @Test
  void aPauseOfHalfASecondStaysInTheStretch() {
    var found = detect(RATE, burstsWithPause(0.5));

    assertThat(found).hasSize(1);
    assertThat(end(found.getFirst())).isCloseTo(2 + 1 + 0.5 + 1 + 0.25, within(0.05));
  }

  @Test
  void aPauseOfASecondEndsTheStretch() {
    var found = detect(RATE, burstsWithPause(1));

    assertThat(found).hasSize(2);
    assertThat(end(found.get(0))).isCloseTo(2 + 1 + 0.25, within(0.05));
    assertThat(begin(found.get(1))).isCloseTo(2 + 1 + 1 - 0.25, within(0.05));
  }

  @Test
  void speechAtTheVeryBeginningAndEndIsWhole() {
    var found =
        detect(
            RATE, joined(tone(RATE, 1, 300, 3_000), silence(RATE, 3), tone(RATE, 1, 300, 3_000)));

    assertThat(found).hasSize(2);
    assertThat(begin(found.get(0))).isZero();
    assertThat(end(found.get(1))).isEqualTo(5);
  }

  @Test
  void aClickIsNoSpeech() {
    assertThat(
            detect(
                RATE,
                joined(noise(RATE, 3, 20, 1), tone(RATE, 0.01, 900, 9_000), noise(RATE, 3, 20, 2))))
        .isEmpty();
  }

  @Test
  void speechIsFoundAboveLoudNoise() {
    var found =
        detect(
            RATE,
            joined(noise(RATE, 5, 500, 1), tone(RATE, 1, 500, 6_000), noise(RATE, 5, 500, 2)));

    assertThat(found).hasSize(1);
    assertThat(begin(found.getFirst())).isCloseTo(4.75, within(0.05));
  }

  @Test
  void noiseThatGrowsLouderBecomesBackground() {
    var found = detect(RATE, joined(noise(RATE, 20, 20, 1), noise(RATE, 60, 400, 2)));

    assertThat(found.stream().mapToDouble(SpeechDetectorTest::seconds).sum()).isLessThan(14);
  }

  @Test
  void twentySecondsAreNeverPassedAndNothingIsLostOrDoubledAtACut() {
    List<short[]> words = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      words.add(tone(RATE, 0.4, 400, 3_000));
      words.add(noise(RATE, i == 30 ? 0.3 : 0.1, 30, i));
    }
    var found = detect(RATE, joined(words.toArray(short[][]::new)));

    assertThat(found).hasSizeGreaterThan(2);
    for (int i = 0; i < found.size(); i++) {
      assertThat(seconds(found.get(i))).isLessThanOrEqualTo(20);
      if (i > 0) {
        assertThat(begin(found.get(i))).isCloseTo(end(found.get(i - 1)), within(0.001));
      }
    }
    // Word 30 ends at 15.4 s and is followed by the longest pause of the first twenty seconds.
    assertThat(end(found.getFirst())).isBetween(15.4, 15.7);
  }

  @Test
  void samplesOfAStretchAreThoseOfTheRecording() {
    short[] recording =
        joined(noise(RATE, 4, 20, 1), tone(RATE, 1, 700, 3_000), noise(RATE, 4, 20, 2));
    SpeechStretch stretch = detect(RATE, recording).getFirst();

    int from = (int) Math.round(begin(stretch) * RATE);
    for (int i = 0; i < stretch.samples().length; i++) {
      assertThat(stretch.samples()[i]).isEqualTo(recording[from + i]);
    }
  }

  @Test
  void sizeOfThePiecesDoesNotMatter() {
    short[] recording = burstsWithPause(1.5);
    List<SpeechStretch> found = new ArrayList<>();
    SpeechDetector detector = new SpeechDetector(RATE, found::add);
    for (int from = 0; from < recording.length; from += 333) {
      short[] piece = new short[Math.min(333, recording.length - from)];
      System.arraycopy(recording, from, piece, 0, piece.length);
      detector.accept(piece);
    }
    detector.finish();

    assertThat(found)
        .extracting(SpeechDetectorTest::begin)
        .isEqualTo(detect(RATE, recording).stream().map(SpeechDetectorTest::begin).toList());
  }

  @Test
  void twoHoursOfNoiseNeedNoMoreRoomThanAMinute() {
    List<SpeechStretch> found = new ArrayList<>();
    SpeechDetector detector = new SpeechDetector(8_000, found::add);
    short[] minute = noise(8_000, 60, 100, 1);
    for (int i = 0; i < 120; i++) {
      detector.accept(minute);
    }
    detector.finish();

    assertThat(found).isEmpty();
    assertThat(detector.room()).isLessThan(8_000 * 30);
  }

  private static short[] burstsWithPause(double pause) {
    return joined(
        noise(RATE, 2, 20, 1),
        tone(RATE, 1, 400, 3_000),
        noise(RATE, pause, 20, 2),
        tone(RATE, 1, 400, 3_000),
        noise(RATE, 3, 20, 3));
  }

  private static List<SpeechStretch> detect(int rate, short[] samples) {
    List<SpeechStretch> found = new ArrayList<>();
    SpeechDetector detector = new SpeechDetector(rate, found::add);
    detector.accept(samples);
    detector.finish();
    return found;
  }

  private static double begin(SpeechStretch stretch) {
    return stretch.begin().toNanos() / 1e9;
  }

  private static double end(SpeechStretch stretch) {
    return begin(stretch) + seconds(stretch);
  }

  private static double seconds(SpeechStretch stretch) {
    return (double) stretch.samples().length / stretch.sampleRateHz();
  }
}
