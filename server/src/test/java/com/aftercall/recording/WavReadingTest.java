package com.aftercall.recording;

import static com.aftercall.recording.WavBytes.A_LAW;
import static com.aftercall.recording.WavBytes.FLOAT;
import static com.aftercall.recording.WavBytes.MU_LAW;
import static com.aftercall.recording.WavBytes.PCM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Whole WAV files, and what becomes of their samples. */
class WavReadingTest {

  private static final AudioReader READER = new AudioReader(new NoOtherFormats());

  @Test
  void sixteenBitSamplesComeThroughAsTheyAre() {
    assertThat(samples(WavBytes.pcm16(2, 8_000, -32_768, 32_767, -1, 1)))
        .containsExactly(-32_768, 32_767, -1, 1);
  }

  @Test
  void eightBitSamplesAreUnsignedAndHave128AsTheirZero() {
    assertThat(samples(wav(PCM, 8, bytes(0, 1, 127, 128, 129, 255))))
        .containsExactly(-32_768, -32_512, -256, 0, 256, 32_512);
  }

  @Test
  void twentyFourBitSamplesKeepTheirUpperSixteen() {
    // -1 becomes -1, not 0: the shift rounds down
    assertThat(samples(wav(PCM, 24, bytes(0xFF, 0xFF, 0x7F, 0, 0, 0x80, 0xFF, 0xFF, 0xFF))))
        .containsExactly(32_767, -32_768, -1);
  }

  @Test
  void thirtyTwoBitSamplesKeepTheirUpperSixteen() {
    assertThat(samples(wav(PCM, 32, bytes(0xFF, 0xFF, 0x34, 0x12, 1, 0, 0xFF, 0xFF))))
        .containsExactly(0x1234, -1);
  }

  @Test
  void floatSamplesAreMultipliedBy32767AndRoundedTowardsZero() {
    // 0.5 * 32767 = 16383.5; -0.5 * 32767 = -16383.5
    assertThat(samples(wav(FLOAT, 32, floats(0.5f, -0.5f, 1f, -1f, 0f))))
        .containsExactly(16_383, -16_383, 32_767, -32_767, 0);
  }

  @Test
  void floatSamplesBeyondFullScaleAreClippedAndWhatIsNoNumberIsSilence() {
    assertThat(samples(wav(FLOAT, 32, floats(1.5f, -1.5f, Float.POSITIVE_INFINITY, Float.NaN))))
        .containsExactly(32_767, -32_768, 32_767, 0);
  }

  @Test
  void doubleSamplesAreFloatsFirst() {
    var data = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putDouble(0.5).putDouble(-1);
    assertThat(samples(wav(FLOAT, 64, data.array()))).containsExactly(16_383, -32_767);
  }

  @Test
  void muLawFollowsItsTable() {
    // G.711 table 2: code 0x80 is the largest positive value (8031 * 4), 0xFF is zero
    assertThat(samples(wav(MU_LAW, 8, bytes(0x80, 0x00, 0xFF, 0x7F, 0xFE, 0x7E))))
        .containsExactly(32_124, -32_124, 0, 0, 8, -8);
  }

  @Test
  void aLawFollowsItsTable() {
    // G.711 table 1: 0xAA is the largest positive value (4032 * 8), 0xD5 the smallest (1 * 8)
    assertThat(samples(wav(A_LAW, 8, bytes(0xAA, 0x2A, 0xD5, 0x55))))
        .containsExactly(32_256, -32_256, 8, -8);
  }

  @Test
  void extensibleFormatIsWhatItsSubFormatSays() {
    var wav =
        WavBytes.riff()
            .extensibleFormat(FLOAT, 1, 48_000, 32)
            .chunk("data", floats(0.25f))
            .toBytes();
    assertThat(samples(wav)).containsExactly(8_191); // 8191.75
  }

  @Test
  void samplesOfTwelveBitsLieInTheUpperPartOfSixteen() {
    var wav =
        WavBytes.riff()
            .format(PCM, 1, 8_000, 12, 2)
            .chunk("data", bytes(0xF0, 0x7F, 0x10, 0x80))
            .toBytes();
    assertThat(samples(wav)).containsExactly(0x7FF0, -0x7FF0);
  }

  @Test
  void moreThanTwoChannelsAreReadInTheirOrder() {
    assertThat(samples(WavBytes.pcm16(3, 8_000, 1, 2, 3, 4, 5, 6)))
        .containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void chunksBeforeTheSamplesArePassedOverWithTheirPadding() {
    var wav =
        WavBytes.riff()
            .chunk("JUNK", bytes(1, 2, 3))
            .format(PCM, 1, 8_000, 16)
            .chunk("LIST", bytes(9))
            .chunk("data", bytes(5, 0))
            .chunk("id3 ", bytes(7, 7, 7, 7))
            .toBytes();
    assertThat(samples(wav)).containsExactly(5);
  }

  @Test
  void formatBehindAHundredKilobytesIsFound() {
    var wav =
        WavBytes.riff()
            .chunk("bext", new byte[100_001])
            .format(PCM, 1, 8_000, 16)
            .chunk("data", bytes(5, 0))
            .toBytes();
    assertThat(samples(wav)).containsExactly(5);
  }

  @Test
  void dataLengthZeroMeansToTheEndOfTheFile() {
    assertThat(samples(withDataLength(0))).containsExactly(1, 2, 3);
  }

  @Test
  void dataLengthOf4GigabytesMeansToTheEndOfTheFile() {
    assertThat(samples(withDataLength(0xFFFFFFFF))).containsExactly(1, 2, 3);
  }

  @Test
  void dataLengthBeyondTheEndOfTheFileMeansToItsEnd() {
    assertThat(samples(withDataLength(8))).containsExactly(1, 2, 3);
    assertThat(samples(withDataLength(0x80000000))).containsExactly(1, 2, 3);
  }

  @Test
  void dataLengthWithinTheFileIsBelieved() {
    assertThat(samples(withDataLength(4))).containsExactly(1, 2);
  }

  @Test
  void lastFrameThatIsCutOffIsDropped() {
    var wav =
        WavBytes.riff()
            .format(PCM, 2, 8_000, 16)
            .chunk("data", 100, bytes(1, 0, 2, 0, 3, 0, 4))
            .toBytes();
    assertThat(samples(wav)).containsExactly(1, 2);
    assertThat(READER.describe(new BytesInput(wav)).frames()).isEqualTo(1);
  }

  @Test
  void descriptionSaysWhatTheHeaderSays() {
    var wav = WavBytes.riff().format(MU_LAW, 2, 8_000, 8).chunk("data", new byte[24_000]).toBytes();

    assertThat(READER.describe(new BytesInput(wav)))
        .isEqualTo(
            new AudioDescription(
                "WAV", "\u00b5-law", 8_000, 2, 12_000L, Duration.ofMillis(1_500), wav.length, 0));
  }

  @Test
  void fileThatEndsBeforeItsHeaderSaysTellsByHowMuch() {
    var wav = WavBytes.riff().format(MU_LAW, 2, 8_000, 8).chunk("data", new byte[24_000]).toBytes();

    var cut = READER.describe(new BytesInput(Arrays.copyOf(wav, wav.length - 7_000)));

    assertThat(cut.missingBytes()).isEqualTo(7_000);
    assertThat(cut.frames()).isEqualTo(8_500);
  }

  @Test
  void readingInSmallPortionsGivesTheSame() {
    var data = new byte[6 * 100_003]; // more than one block of 24-bit stereo, and odd
    for (var i = 0; i < data.length; i++) {
      data[i] = (byte) (i * 31);
    }
    var wav = WavBytes.riff().format(PCM, 2, 8_000, 24).chunk("data", data).toBytes();

    var inPortions = AudioStreams.readAll(READER.open(new BytesInput(wav, 1_013)), 777);

    assertThat(inPortions).hasSize(2 * 100_003).isEqualTo(samples(wav));
    assertThat(inPortions[4_321]).isEqualTo((data[12_965] << 8) + (data[12_964] & 0xFF));
  }

  @Test
  void samplesAsBytesAreTheSameSamples() {
    for (var wav :
        new byte[][] {
          WavBytes.pcm16(2, 8_000, 1, -2, 300, -400), wav(FLOAT, 32, floats(0.5f, -0.25f, 1f))
        }) {
      assertThat(AudioStreams.readAllAsBytes(READER.open(new BytesInput(wav, 3)), 9))
          .isEqualTo(samples(wav));
    }
  }

  @Test
  void closingTheStreamClosesTheInput() {
    var input = new BytesInput(WavBytes.pcm16(1, 8_000, 1));
    var stream = READER.open(input);
    assertThat(input.isClosed()).isFalse();
    stream.close();
    stream.close();
    assertThat(input.isClosed()).isTrue();
  }

  private static byte[] withDataLength(int size) {
    return WavBytes.riff()
        .format(PCM, 1, 8_000, 16)
        .chunk("data", size, bytes(1, 0, 2, 0, 3, 0))
        .toBytes();
  }

  private static byte[] wav(int tag, int bits, byte[] data) {
    return WavBytes.riff().format(tag, 1, 8_000, bits).chunk("data", data).toBytes();
  }

  private static int[] samples(byte[] wav) {
    return AudioStreams.readAll(READER.open(new BytesInput(wav)), 1_000);
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (var i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] floats(float... values) {
    var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (var value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }
}
