package com.aftercall.transcript.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.Word;
import com.aftercall.transcript.spi.EngineDescription;
import com.aftercall.transcript.spi.EngineDescription.Quality;
import com.aftercall.transcript.spi.SpeechStretch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhisperEngineTest {

  private static final LanguageCode AMERICAN = new LanguageCode("en-US");

  @TempDir private Path folder;

  @Test
  void aRealModelLoadsAndWorks() {
    var engine = new WhisperEngine(testModel(), 1);
    short[] noise = new short[32_000];
    Random random = new Random(1);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) (3_000 * random.nextGaussian());
    }
    var stretch = new SpeechStretch(Duration.ofSeconds(5), noise, 16_000);

    try (var session = engine.open(AMERICAN);
        var another = engine.open(new LanguageCode("en-GB"))) {
      // The weights are random, so the words are too; whatever comes lies inside the stretch.
      assertThat(session.transcribe(stretch))
          .filteredOn(Word.class::isInstance)
          .map(Word.class::cast)
          .allMatch(word -> word.begin().compareTo(stretch.begin()) >= 0)
          .allMatch(word -> word.end().compareTo(Duration.ofSeconds(7)) <= 0);
      assertThat(another.transcribe(new SpeechStretch(Duration.ZERO, new short[0], 16_000)))
          .isEmpty();
    }
  }

  @Test
  void aModelForEnglishOffersEnglishOnly() {
    var engine = new WhisperEngine(testModel(), 1);

    assertThat(engine.description().languages())
        .contains(AMERICAN)
        .allMatch(code -> code.language().equals("en"));
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> engine.open(new LanguageCode("de-DE")))
        .withMessage(
            "engine whisper with for-tests-ggml-tiny.en.bin does not hear de-DE; run './aftercall"
                + " models pull base' for a model that does")
        .extracting(PermanentException::code)
        .isEqualTo(FailureCode.LANGUAGE_NOT_SUPPORTED);
  }

  @Test
  void aClosedSessionHearsNothingMore() {
    var session = new WhisperEngine(testModel(), 1).open(AMERICAN);
    session.close();
    session.close();

    assertThatIllegalStateException()
        .isThrownBy(
            () -> session.transcribe(new SpeechStretch(Duration.ZERO, new short[9], 16_000)));
  }

  @Test
  void qualityFollowsTheSizeOfTheModel() throws IOException {
    assertThat(description(51_864, 4).quality()).isEqualTo(Quality.DRAFT);
    assertThat(description(51_864, 4).advice()).contains("models pull base.en");
    assertThat(description(51_864, 6).quality()).isEqualTo(Quality.GOOD);
    assertThat(description(51_864, 6).advice()).isEmpty();
  }

  @Test
  void aMultilingualModelOffersTheLanguagesItWasTrainedFor() throws IOException {
    assertThat(description(51_865, 6).languages())
        .hasSize(92)
        .contains(new LanguageCode("de-CH"), new LanguageCode("zh-TW"), AMERICAN)
        .doesNotContain(new LanguageCode("ckb-IQ"), new LanguageCode("zu-ZA"));
  }

  @Test
  void anotherKindOfFileIsRefused() throws IOException {
    assertInvalid(Files.write(folder.resolve("empty.bin"), new byte[0]), "is no Whisper model");
    assertInvalid(Files.write(folder.resolve("zip.bin"), new byte[100_000]), "is no Whisper model");
    assertInvalid(folder, "does not exist");
    assertInvalid(folder.resolve("missing.bin"), "does not exist");
  }

  @Test
  void aFileCutShortIsRefusedWhereverItIsCut() throws IOException {
    byte[] whole = Files.readAllBytes(tinyModel(51_864, 4));

    for (int length : new int[] {40, 50, 30_000, 60_000, whole.length - 1}) {
      Path cut = folder.resolve("cut-" + length + ".bin");
      assertInvalid(Files.write(cut, Arrays.copyOf(whole, length)), "model file " + cut);
    }
  }

  @Test
  void aHeadOutOfRangeIsRefused() throws IOException {
    assertInvalid(tinyModel(7, 4), "describes a model that cannot be");
    assertInvalid(tinyModel(51_864, 1_000), "describes a model that cannot be");
  }

  @Test
  void aWellFormedFileThatTheLibraryRefusesIsNamed() throws IOException {
    // Tensors of a model that has none by these names; the library says no, the process lives on.
    var engine = new WhisperEngine(tinyModel(51_864, 4), 1);

    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> engine.open(AMERICAN))
        .withMessageContaining("is refused by whisper.cpp")
        .extracting(PermanentException::code)
        .isEqualTo(FailureCode.MODEL_INVALID);
  }

  private EngineDescription description(int vocabulary, int layers) throws IOException {
    return new WhisperEngine(tinyModel(vocabulary, layers), 1).description();
  }

  private static void assertInvalid(Path file, String why) {
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> new WhisperEngine(file, 1))
        .withMessageContaining(why)
        .extracting(PermanentException::code)
        .isEqualTo(FailureCode.MODEL_INVALID);
  }

  /** A file with the right structure: head, filters, vocabulary, one tensor. */
  private Path tinyModel(int vocabulary, int layers) throws IOException {
    int words = 51_864;
    ByteBuffer file =
        ByteBuffer.allocate(56 + 4 * 80 * 201 + 4 + 5 * words + 12 + 8 + 4 + 4 * 64)
            .order(ByteOrder.LITTLE_ENDIAN);
    int[] head = {
      0x67676d6c, vocabulary, 1_500, 384, 6, layers, 448, 384, 6, layers, 80, 1, 80, 201
    };
    for (int value : head) {
      file.putInt(value);
    }
    file.position(file.position() + 4 * 80 * 201);
    file.putInt(words);
    for (int i = 0; i < words; i++) {
      file.putInt(1).put((byte) 'a');
    }
    file.putInt(2).putInt(4).putInt(0).putInt(8).putInt(8);
    file.put(new byte[] {'n', 'o', 'n', 'e'});
    Path path = folder.resolve("model-%d-%d.bin".formatted(vocabulary, layers));
    return Files.write(path, file.array());
  }

  private static Path testModel() {
    String given = System.getenv("AFTERCALL_WHISPER_TEST_MODEL");
    Path path =
        Path.of(given == null ? "../../shared/data/whisper/for-tests-ggml-tiny.en.bin" : given);
    assumeTrue(
        Files.exists(path),
        () -> "skipped: no model at " + path + "; AFTERCALL_WHISPER_TEST_MODEL can name one");
    return path;
  }
}
