package com.aftercall.recording;

import static com.aftercall.failure.FailureCode.RECORDING_EMPTY;
import static com.aftercall.failure.FailureCode.RECORDING_UNREADABLE;
import static com.aftercall.failure.FailureCode.STORAGE_UNAVAILABLE;
import static com.aftercall.recording.WavBytes.PCM;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aftercall.failure.AftercallException;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** WAV files that are broken, cut off, absurd or enormous. */
class WavDamageTest {

  private static final AudioReader READER = new AudioReader(new NoOtherFormats());
  private static final byte[] SOUND = {1, 0, 2, 0};

  @Test
  void emptyFileIsUnreadable() {
    assertRefused(new byte[0], RECORDING_UNREADABLE, "empty: it has 0 bytes");
  }

  @Test
  void fileThatEndsInItsFirstTwelveBytesIsUnreadable() {
    var wav = Arrays.copyOf(WavBytes.pcm16(1, 8_000, 1), 7);
    assertRefused(wav, RECORDING_UNREADABLE, "ends at byte 7, inside its first 12 bytes");
  }

  @Test
  void fileThatEndsBeforeItsFormatIsUnreadable() {
    var wav = Arrays.copyOf(WavBytes.pcm16(1, 8_000, 1), 12);
    assertRefused(wav, RECORDING_UNREADABLE, "ends at byte 12 before its fmt chunk");
  }

  @Test
  void fileThatEndsInsideItsFormatIsUnreadable() {
    var wav = Arrays.copyOf(WavBytes.pcm16(1, 8_000, 1), 30);
    assertRefused(wav, RECORDING_UNREADABLE, "ends at byte 30, inside the fmt chunk at byte 12");
  }

  @Test
  void fileThatEndsBeforeItsSamplesIsUnreadable() {
    var wav = Arrays.copyOf(WavBytes.pcm16(1, 8_000, 1), 40);
    assertRefused(wav, RECORDING_UNREADABLE, "ends at byte 40 before its data chunk");
  }

  @Test
  void fileWithoutFormatIsUnreadable() {
    var wav = WavBytes.riff().chunk("data", SOUND).toBytes();
    assertRefused(wav, RECORDING_UNREADABLE, "data chunk at byte 12 before any fmt chunk");
  }

  @Test
  void formatOfTooFewBytesIsUnreadable() {
    var wav = WavBytes.riff().chunk("fmt ", new byte[14]).chunk("data", SOUND).toBytes();
    assertRefused(wav, RECORDING_UNREADABLE, "fmt chunk at byte 12 of only 14 bytes");
  }

  @Test
  void noChannelsAreUnreadable() {
    assertFormatRefused(PCM, 0, 8_000, 16, 2, "at byte 12: 0 audio channels");
  }

  @Test
  void twentyFiveChannelsAreUnreadable() {
    assertFormatRefused(PCM, 25, 8_000, 16, 50, "25 audio channels, but 1 to 24 can be");
  }

  @Test
  void sampleRateZeroIsUnreadable() {
    assertFormatRefused(PCM, 1, 0, 16, 2, "at byte 12: a sample rate of 0 Hz");
  }

  @Test
  void sampleRateOf4GigahertzIsUnreadable() {
    assertFormatRefused(PCM, 1, -1, 16, 2, "a sample rate of 4294967295 Hz");
  }

  @Test
  void frameSizeThatDoesNotFitIsUnreadable() {
    assertFormatRefused(
        PCM, 2, 8_000, 16, 0, "0 bytes per frame, but 2 channels of 16 bits take 4");
    assertFormatRefused(PCM, 2, 8_000, 16, 65_535, "65535 bytes per frame");
  }

  @Test
  void thousandsOfChunksAreGivenUp() {
    var wav = WavBytes.riff().format(PCM, 1, 8_000, 16);
    for (var i = 0; i < 2_000; i++) {
      wav.chunk("JUNK", new byte[0]);
    }
    assertRefused(wav.toBytes(), RECORDING_UNREADABLE, "more than 1000 chunks");
  }

  @Test
  void chunkThatClaimsFourGigabytesEndsTheFile() {
    var wav = WavBytes.riff().format(PCM, 1, 8_000, 16).chunk("LIST", -1, SOUND).toBytes();
    assertRefused(wav, RECORDING_UNREADABLE, "before its data chunk");
  }

  @Test
  void fileWithoutSamplesIsEmpty() {
    var wav = WavBytes.riff().format(PCM, 1, 8_000, 16).chunk("data", new byte[0]).toBytes();
    assertRefused(wav, RECORDING_EMPTY, "data chunk at byte 36 is empty");
  }

  @Test
  void fileWithHalfAFrameIsEmpty() {
    var wav = WavBytes.riff().format(PCM, 2, 8_000, 16).chunk("data", 4, new byte[3]).toBytes();
    assertRefused(wav, RECORDING_EMPTY, "has no samples");
  }

  @Test
  void encodingsThatNeedARealDecoderAreLeftToIt() {
    var adpcm = WavBytes.riff().format(0x11, 1, 8_000, 4, 256).chunk("data", SOUND).toBytes();
    assertThatThrownBy(() -> READER.open(new BytesInput(adpcm)))
        .isInstanceOf(NoOtherFormats.Asked.class);
  }

  @Test
  void whatIsNoWavIsLeftToTheOtherDecoder() {
    assertThatThrownBy(() -> READER.describe(new BytesInput("RIFF....AVI ".getBytes(US_ASCII))))
        .isInstanceOf(NoOtherFormats.Asked.class);
    assertThatThrownBy(() -> READER.describe(new BytesInput(new byte[] {'I'})))
        .isInstanceOf(NoOtherFormats.Asked.class);
  }

  @Test
  void inputIsClosedWhenOpeningFails() {
    var input = new BytesInput(new byte[] {'R', 'I', 'F', 'F'});
    assertThatThrownBy(() -> READER.open(input)).isInstanceOf(PermanentException.class);
    assertThat(input.isClosed()).isTrue();
  }

  @Test
  void storeThatBreaksOffIsTriedAgain() {
    var input = new BytesInput(WavBytes.pcm16(1, 8_000, 1));
    var stream = READER.open(input);
    input.breakOff();
    assertThatThrownBy(() -> stream.read(new short[1], 0, 1))
        .isInstanceOfSatisfying(
            RetryableException.class, e -> assertThat(e.code()).isEqualTo(STORAGE_UNAVAILABLE));
  }

  @Test
  void anyDamageToAHeaderGivesSamplesOrARefusal() {
    var random = new Random(42);
    var whole = WavBytes.pcm16(2, 8_000, new int[64]);
    for (var i = 0; i < 20_000; i++) {
      var damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (var j = 0; j < 3; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        AudioStreams.readAll(READER.open(new BytesInput(damaged)), 64);
      } catch (PermanentException | NoOtherFormats.Asked e) {
        // the right answers
      }
    }
  }

  @Test
  void fileOverTwoGigabytesIsReadToItsEnd() {
    var header =
        WavBytes.riff().format(PCM, 1, 8_000, 16).chunk("data", 0xC0000000, new byte[0]).toBytes();
    var length = header.length + 0xC0000000L; // 3 GiB of samples

    var description = READER.describe(new HugeInput(header, length));
    assertThat(description.frames()).isEqualTo(0x60000000L);
    assertThat(description.duration()).isEqualTo(Duration.ofMillis(201_326_592));
    assertLastSample(header, length, 11); // run 0xC00 / 256 - 1 is the last that is no silence
  }

  @Test
  void rf64FileOverFourGigabytesTakesItsLengthFromDs64() {
    var data = 5L << 30;
    var header =
        WavBytes.container("RF64")
            .chunk("ds64", HugeInput.littleEndian64(data + 72, data, data / 2, 0))
            .format(PCM, 1, 8_000, 16)
            .chunk("data", 0xFFFFFFFF, new byte[0])
            .toBytes();

    var withTrailer = READER.describe(new HugeInput(header, header.length + data + 1_000));
    assertThat(withTrailer.container()).isEqualTo("RF64");
    assertThat(withTrailer.frames()).isEqualTo(data / 2);
    var cutOff = READER.describe(new HugeInput(header, header.length + data - 1_001));
    assertThat(cutOff.frames()).isEqualTo(data / 2 - 501);
  }

  @Test
  void fileOverFourGigabytesWithoutDs64IsReadToItsEnd() {
    var header =
        WavBytes.riff().format(PCM, 1, 8_000, 16).chunk("data", 0xFFFFFFFF, new byte[0]).toBytes();
    var description = READER.describe(new HugeInput(header, header.length + (6L << 30)));
    assertThat(description.frames()).isEqualTo(3L << 30);
  }

  private static void assertLastSample(byte[] header, long length, int expected) {
    try (var stream = READER.open(new HugeInput(header, length))) {
      var block = new short[1 << 20];
      var frames = 0L;
      var highest = 0;
      for (var read = 0; read >= 0; read = stream.read(block, 0, block.length)) {
        frames += read;
        highest = read > 0 ? Math.max(highest, block[0]) : highest;
      }
      assertThat(frames).isEqualTo((length - header.length) / 2);
      assertThat(highest).isEqualTo(expected << 8 | expected);
    }
  }

  private static void assertFormatRefused(
      int tag, int channels, int sampleRateHz, int bits, int blockAlign, String message) {
    var wav =
        WavBytes.riff()
            .format(tag, channels, sampleRateHz, bits, blockAlign)
            .chunk("data", SOUND)
            .toBytes();
    assertRefused(wav, RECORDING_UNREADABLE, message);
  }

  private static void assertRefused(byte[] wav, FailureCode code, String message) {
    assertThatThrownBy(() -> READER.describe(new BytesInput(wav)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((AftercallException) e).code())
        .isEqualTo(code);
  }
}
