package com.aftercall.waveform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aftercall.recording.AudioChannel;
import com.aftercall.recording.AudioStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected bytes are worked out by hand from the format's description, never by our own code. */
class WaveformDrawingTest {

  /** Four frames per point, the last point has only one. */
  private static final int[] STEREO = {
    // left, right
    0, -32_768, //
    100, 32_767, //
    -1, 0, //
    257, -257, // point 0: left -1 to 257, right -32768 to 32767
    -255, 5, //
    -256, 5, //
    -257, 5, //
    -511, 6, // point 1: left -511 to -255, right 5 to 6
    -512, -32_767 // point 2: left -512 to -512, right -32767 to -32767
  };

  @Test
  void eightBitFileOfTwoChannelsEqualsTheOneWorkedOutByHand() throws IOException {
    var level = WaveformDrawing.draw(stream(2, STEREO), List.of(4)).levels().getFirst();

    // -1 / 256 is 0 and not -1; -511 / 256 is -1 and not -2; -32767 / 256 is -127 and not -128
    assertThat(dat(level, SampleBits.EIGHT))
        .isEqualTo(
            "02000000 01000000 401f0000 04000000 03000000 02000000" // header, 24 bytes
                + " 00 01 80 7f" // -1 257 -32768 32767 -> 0 1 -128 127
                + " ff 00 00 00" // -511 -255 5 6 -> -1 0 0 0
                + " fe fe 81 81"); // -512 -512 -32767 -32767 -> -2 -2 -127 -127
  }

  @Test
  void sixteenBitFileOfTwoChannelsEqualsTheOneWorkedOutByHand() throws IOException {
    var level = WaveformDrawing.draw(stream(2, STEREO), List.of(4)).levels().getFirst();

    assertThat(dat(level, SampleBits.SIXTEEN))
        .isEqualTo(
            "02000000 00000000 401f0000 04000000 03000000 02000000"
                + " ffff 0101 0080 ff7f" // -1 257 -32768 32767
                + " 01fe 01ff 0500 0600" // -511 -255 5 6
                + " 00fe 00fe 0180 0180"); // -512 -512 -32767 -32767
  }

  @Test
  void monoFileHasOneChannelInItsHeader() throws IOException {
    var level =
        WaveformDrawing.draw(stream(1, 5, -300, 7, 300, -1), List.of(2)).levels().getFirst();

    assertThat(dat(level, SampleBits.SIXTEEN))
        .isEqualTo(
            "02000000 00000000 401f0000 02000000 03000000 01000000"
                + " d4fe 0500" // -300 5
                + " 0700 2c01" // 7 300
                + " ffff ffff"); // -1 -1
  }

  @Test
  void jsonFormHasTheSameValues() throws IOException {
    var level = WaveformDrawing.draw(stream(2, STEREO), List.of(4)).levels().getFirst();
    var json = new ByteArrayOutputStream();
    level.writeJson(json, SampleBits.EIGHT);

    assertThat(json)
        .hasToString(
            "{\"version\":2,\"channels\":2,\"sample_rate\":8000,\"samples_per_pixel\":4,"
                + "\"bits\":8,\"length\":3,\"data\":[0,1,-128,127,-1,0,0,0,-2,-2,-127,-127]}\n");
  }

  @Test
  void recordingOfWholePointsHasNoPartialOne() {
    var samples = IntStream.range(0, 512).toArray();
    var level = WaveformDrawing.draw(stream(1, samples)).levels().getFirst();

    assertThat(level.length()).isEqualTo(2);
    assertThat(peaks(level, 0)).containsExactly(peak(0, 255), peak(256, 511));
  }

  @Test
  void oneSampleMoreThanAPointMakesAnother() {
    var samples = IntStream.range(0, 513).toArray();
    var level = WaveformDrawing.draw(stream(1, samples)).levels().getFirst();

    assertThat(peaks(level, 0)).containsExactly(peak(0, 255), peak(256, 511), peak(512, 512));
  }

  @Test
  void coarserLevelsAreMadeOfWholeAndPartialPointsOfFinerOnes() {
    var samples = IntStream.range(0, 11).map(i -> 10 * i).toArray();
    var levels = WaveformDrawing.draw(stream(1, samples), List.of(2, 4, 8)).levels();

    assertThat(levels).extracting(WaveformLevel::samplesPerPixel).containsExactly(2, 4, 8);
    assertThat(peaks(levels.get(0), 0)).hasSize(6).endsWith(peak(80, 90), peak(100, 100));
    assertThat(peaks(levels.get(1), 0)).containsExactly(peak(0, 30), peak(40, 70), peak(80, 100));
    assertThat(peaks(levels.get(2), 0)).containsExactly(peak(0, 70), peak(80, 100));
  }

  @Test
  void usualLevelsAre256To16384SamplesPerPixel() {
    var waveform = WaveformDrawing.draw(stream(2, new int[2 * 16_385]));

    assertThat(waveform.levels())
        .extracting(WaveformLevel::samplesPerPixel)
        .containsExactly(256, 1_024, 4_096, 16_384);
    assertThat(waveform.levels()).extracting(WaveformLevel::length).containsExactly(65, 17, 5, 2);
    assertThat(waveform.frames()).isEqualTo(16_385);
    assertThat(waveform.duration()).isEqualTo(Duration.ofNanos(2_048_125_000));
  }

  /** Every path of the inner loops against the plainest loop there is, over several blocks. */
  @Test
  void fastLoopsGiveWhatThePlainLoopGives() {
    for (var channels = 1; channels <= 5; channels++) {
      for (int zoom : new int[] {2, 3, 255, 256}) {
        var samples = noise(channels * 150_001);
        var level = WaveformDrawing.draw(stream(channels, samples), List.of(zoom)).levels();
        for (var channel = 0; channel < channels; channel++) {
          assertThat(peaks(level.getFirst(), channel))
              .isEqualTo(plainPeaks(samples, channels, channel, zoom));
        }
      }
    }
  }

  @Test
  void streamThatGivesAFewFramesAtATimeMakesTheSameWaveform() {
    var samples = noise(2 * 70_003);
    assertThat(WaveformDrawing.draw(new SampleStream(8_000, 2, samples, 333)))
        .isEqualTo(WaveformDrawing.draw(stream(2, samples)));
  }

  @Test
  void noSamplesMakeEmptyLevels() throws IOException {
    var waveform = WaveformDrawing.draw(stream(1));

    assertThat(waveform.frames()).isZero();
    assertThat(waveform.levels()).hasSize(4);
    assertThat(dat(waveform.levels().getFirst(), SampleBits.EIGHT))
        .isEqualTo("02000000 01000000 401f0000 00010000 00000000 01000000");
  }

  @Test
  void zoomsThatAreNoMultiplesAreRefused() {
    for (var zooms : List.of(List.of(256, 1_000), List.of(1), List.of(4, 4), List.<Integer>of())) {
      assertThatThrownBy(() -> WaveformDrawing.draw(stream(1, 1), zooms))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static AudioStream stream(int channels, int... samples) {
    return new SampleStream(8_000, channels, samples, Integer.MAX_VALUE);
  }

  private static int[] noise(int count) {
    return new Random(3).ints(count, Short.MIN_VALUE, Short.MAX_VALUE + 1).toArray();
  }

  private static List<Peak> plainPeaks(int[] samples, int channels, int channel, int zoom) {
    var frames = samples.length / channels;
    return IntStream.range(0, (frames + zoom - 1) / zoom)
        .mapToObj(
            point ->
                IntStream.range(point * zoom, Math.min(frames, (point + 1) * zoom))
                    .map(frame -> samples[frame * channels + channel])
                    .summaryStatistics())
        .map(point -> peak(point.getMin(), point.getMax()))
        .toList();
  }

  private static Peak peak(int min, int max) {
    return new Peak((short) min, (short) max);
  }

  private static List<Peak> peaks(WaveformLevel level, int channel) {
    var audioChannel = new AudioChannel(channel);
    return IntStream.range(0, level.length())
        .mapToObj(point -> level.peak(audioChannel, point))
        .toList();
  }

  /** In hexadecimal, with spaces where the expected text has them. */
  private static String dat(WaveformLevel level, SampleBits bits) throws IOException {
    var output = new ByteArrayOutputStream();
    level.writeDat(output, bits);
    var hex = HexFormat.of();
    var bytes = output.toByteArray();
    var text = new StringBuilder();
    for (var at = 0; at < bytes.length; ) {
      var size = at < 24 ? 4 : bits.bytes();
      text.append(at == 0 ? "" : " ").append(hex.formatHex(bytes, at, at + size));
      at += size;
    }
    return text.toString();
  }
}
