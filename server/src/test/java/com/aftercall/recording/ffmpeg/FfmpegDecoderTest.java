package com.aftercall.recording.ffmpeg;

import static com.aftercall.failure.FailureCode.RECORDING_EMPTY;
import static com.aftercall.failure.FailureCode.RECORDING_FORMAT_UNSUPPORTED;
import static com.aftercall.failure.FailureCode.RECORDING_UNREADABLE;
import static com.aftercall.failure.FailureCode.STORAGE_UNAVAILABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aftercall.failure.AftercallException;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.recording.AudioDescription;
import com.aftercall.recording.AudioReader;
import com.aftercall.recording.AudioStreams;
import com.aftercall.recording.BytesInput;
import com.aftercall.recording.WavBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fixtures hold one second: 440 Hz on the left, 1000 Hz on the right, at half of full scale.
 */
class FfmpegDecoderTest {

  private static final AudioReader READER = new AudioReader(new FfmpegDecoder());

  /** Frames as {@code ffmpeg -i FILE -f s16le -} writes them; Opus always decodes at 48 kHz. */
  @ParameterizedTest
  @CsvSource({
    "two-tones-8khz.mp3, MP3, mp3, 8000, 8000",
    "two-tones-8khz-vorbis.ogg, OGG, vorbis, 8000, 8000",
    "two-tones-8khz-opus.ogg, OGG, opus, 48000, 48000",
    "two-tones-8khz.flac, FLAC, flac, 8000, 8000",
    "two-tones-8khz.m4a, MP4, aac, 8000, 8192",
    "two-tones-opus.webm, WebM, opus, 48000, 48000",
    "adpcm-ima.wav, WAV, adpcm_ima_wav, 8000, 8136"
  })
  void decodesAtTheFilesOwnRate(
      String name, String container, String encoding, int rate, int frames) {
    var bytes = fixture(name);

    var description = READER.describe(new BytesInput(bytes));
    assertThat(description.container()).isEqualTo(container);
    assertThat(description.encoding()).isEqualTo(encoding);
    assertThat(description.sampleRateHz()).isEqualTo(rate);
    assertThat(description.channels()).isEqualTo(2);
    assertThat(description.frames()).isNull();
    assertThat(description.duration()).isBetween(Duration.ofMillis(999), Duration.ofMillis(1_100));

    var samples = AudioStreams.readAll(READER.open(new BytesInput(bytes, 1_000)), 300);
    assertThat(samples).hasSize(2 * frames);
    assertThat(loudestTone(samples, 0, rate)).isEqualTo(440);
    assertThat(loudestTone(samples, 1, rate)).isEqualTo(1_000);
  }

  @Test
  void losslessFlacGivesItsSamplesBack() {
    var samples =
        AudioStreams.readAll(READER.open(new BytesInput(fixture("two-tones-8khz.flac"))), 50);
    // as `ffmpeg -i two-tones-8khz.flac -f s16le - | od -td2` shows them
    assertThat(samples).startsWith(0, 0, 5_548, 11_584, 10_440, 16_380);
  }

  @Test
  void contentDecidesAndNotTheName() {
    var description = READER.describe(new BytesInput(fixture("mp3-called.wav")));
    assertThat(description.container()).isEqualTo("MP3");
  }

  /** Two programs wrote the tables, ours and FFmpeg's; they agree in all 256 codes. */
  @ParameterizedTest
  @ValueSource(ints = {WavBytes.MU_LAW, WavBytes.A_LAW})
  void g711TablesEqualThoseOfFfmpeg(int tag) {
    var codes = new byte[256];
    for (var i = 0; i < codes.length; i++) {
      codes[i] = (byte) i;
    }
    var wav = WavBytes.riff().format(tag, 1, 8_000, 8).chunk("data", codes).toBytes();

    var ours = AudioStreams.readAll(READER.open(new BytesInput(wav)), 256);
    var theirs = AudioStreams.readAll(new FfmpegDecoder().open(new BytesInput(wav)), 256);
    assertThat(ours).hasSize(256).isEqualTo(theirs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-tones-8khz.mp3", "two-tones-8khz.flac"})
  void truncatedFileIsDecodedAsFarAsItGoes(String name) {
    var whole = fixture(name);
    var half = Arrays.copyOf(whole, whole.length * 6 / 10);
    var samples = AudioStreams.readAll(READER.open(new BytesInput(half)), 300);
    assertThat(samples.length).isBetween(2_000, 15_998);
  }

  @Test
  void truncatedM4aIsSaidToBeDamaged() {
    // its index comes last
    var half = Arrays.copyOf(fixture("two-tones-8khz.m4a"), 3_000);
    assertRefused(half, RECORDING_UNREADABLE, "kind MP4 but is damaged or broken off");
  }

  @Test
  void webPageIsRefusedWithAHint() {
    assertRefused(
        "<html><body>403 Forbidden</body></html>".getBytes(UTF_8),
        RECORDING_FORMAT_UNSUPPORTED,
        "starts with the bytes 3C 68 74 6D. It looks like HTML or XML, perhaps an error page");
  }

  @Test
  void playListThatWouldOpenOtherFilesIsRefused() {
    assertRefused(
        "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"
            .getBytes(UTF_8),
        RECORDING_FORMAT_UNSUPPORTED,
        "is no audio that can be read");
    assertRefused(
        "ffconcat version 1.0\nfile src/test/resources/recording/two-tones-8khz.mp3\n"
            .getBytes(UTF_8),
        RECORDING_FORMAT_UNSUPPORTED,
        "is no audio that can be read");
  }

  @Test
  void videoWithoutSoundIsRefused() {
    assertRefused(
        fixture("video-without-audio.mp4"),
        RECORDING_FORMAT_UNSUPPORTED,
        "The recording's MP4 file has no audio track");
  }

  @Test
  void compressedWavWithoutSamplesIsEmpty() {
    var wav = Arrays.copyOf(fixture("adpcm-ima.wav"), 60);
    assertRefused(wav, RECORDING_EMPTY, "has no samples");
  }

  @Test
  void storeThatBreaksOffIsTriedAgain() {
    var input = new BytesInput(fixture("two-tones-8khz.mp3"));
    input.breakOff();
    assertThatThrownBy(() -> new FfmpegDecoder().open(input))
        .isInstanceOfSatisfying(
            RetryableException.class, e -> assertThat(e.code()).isEqualTo(STORAGE_UNAVAILABLE));
  }

  @Test
  void closedStreamRefusesToRead() {
    var input = new BytesInput(fixture("two-tones-8khz.mp3"));
    var stream = READER.open(input);
    stream.close();
    stream.close();
    assertThat(input.isClosed()).isTrue();
    assertThatThrownBy(() -> stream.read(new short[2], 0, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void randomBytesAreRefused() {
    var random = new Random(7);
    for (var i = 0; i < 100; i++) {
      var bytes = new byte[1 + random.nextInt(20_000)];
      random.nextBytes(bytes);
      assertSoundOrRefusal(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two-tones-8khz.mp3",
        "two-tones-8khz-vorbis.ogg",
        "two-tones-8khz-opus.ogg",
        "two-tones-8khz.flac",
        "two-tones-8khz.m4a",
        "two-tones-opus.webm",
        "adpcm-ima.wav"
      })
  void damagedFilesGiveSoundOrARefusal(String name) {
    var random = new Random(11);
    var whole = fixture(name);
    for (var i = 0; i < 40; i++) {
      var damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (var j = 0; j < 1 + i; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertSoundOrRefusal(damaged);
    }
  }

  @Test
  void nativeMemoryIsFreedAlsoAfterErrors() {
    var good = WavBytes.riff().format(WavBytes.PCM, 2, 8_000, 16);
    good.chunk("data", new byte[300_000]); // more than a read buffer, so that all of it is used
    var bad = Arrays.copyOf("fLaC".getBytes(UTF_8), 300_000);
    openMany(good.toBytes(), bad, 20);
    var before = Pointer.physicalBytes();
    openMany(good.toBytes(), bad, 400);
    // 800 leaked read buffers alone would be 200 MiB
    assertThat(Pointer.physicalBytes() - before).isLessThan(80L << 20);
  }

  private static void openMany(byte[] good, byte[] bad, int times) {
    var decoder = new FfmpegDecoder();
    for (var i = 0; i < times; i++) {
      decoder.open(new BytesInput(good)).close();
      assertThatThrownBy(() -> decoder.open(new BytesInput(bad)))
          .isInstanceOf(PermanentException.class);
    }
  }

  private static void assertSoundOrRefusal(byte[] bytes) {
    try {
      AudioStreams.readAll(READER.open(new BytesInput(bytes)), 1_000);
    } catch (PermanentException e) {
      assertThat(e.code())
          .isIn(RECORDING_UNREADABLE, RECORDING_FORMAT_UNSUPPORTED, RECORDING_EMPTY);
    }
  }

  private static void assertRefused(byte[] bytes, FailureCode code, String message) {
    assertThatThrownBy(() -> READER.describe(new BytesInput(bytes)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((AftercallException) e).code())
        .isEqualTo(code);
  }

  /** Which of both tones a channel has more of, by Goertzel's sums over the middle half second. */
  private static int loudestTone(int[] samples, int channel, int rate) {
    return power(samples, channel, rate, 440) > power(samples, channel, rate, 1_000) ? 440 : 1_000;
  }

  private static double power(int[] samples, int channel, int rate, int hertz) {
    var sine = 0.0;
    var cosine = 0.0;
    for (var frame = rate / 4; frame < rate * 3 / 4; frame++) {
      var angle = 2 * Math.PI * hertz * frame / rate;
      sine += samples[2 * frame + channel] * Math.sin(angle);
      cosine += samples[2 * frame + channel] * Math.cos(angle);
    }
    return sine * sine + cosine * cosine;
  }

  private static byte[] fixture(String name) {
    try (var stream = AudioDescription.class.getResourceAsStream("/recording/" + name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
