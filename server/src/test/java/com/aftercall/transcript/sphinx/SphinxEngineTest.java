package com.aftercall.transcript.sphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.TranscriptItem;
import com.aftercall.transcript.Word;
import com.aftercall.transcript.spi.EngineDescription.Quality;
import com.aftercall.transcript.spi.SpeechStretch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SphinxEngineTest {

  private static final SphinxEngine ENGINE = new SphinxEngine();
  private static final LanguageCode AMERICAN = new LanguageCode("en-US");
  private static final Duration BEGIN = Duration.ofHours(1);

  private static List<Word> words = List.of();
  private static String printed = "";

  /** Loads the model and hears the voice once, because both take seconds. */
  @BeforeAll
  static void hearTheVoice() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var trap = new ByteArrayOutputStream();
    System.setOut(new PrintStream(trap, true, StandardCharsets.UTF_8));
    System.setErr(System.out);
    try {
      words = hear(speech(BEGIN)).stream().map(Word.class::cast).toList();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    printed = trap.toString(StandardCharsets.UTF_8);
  }

  @Test
  void readsASyntheticVoiceWithFewErrors() {
    List<String> heard = words.stream().map(Word::text).toList();

    List<String> spoken =
        List.of("my order has not arrived yet i was told it would come on tuesday".split(" "));
    List<String> lowered = heard.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    assertThat(spoken.stream().filter(lowered::contains).count())
        .isGreaterThanOrEqualTo(11); // of 14
    assertThat(heard).hasSizeBetween(11, 17).doesNotContain("i", "<sil>", "</s>", "[SPEECH]");
  }

  @Test
  void timesCountFromTheStartOfTheRecordingAndRise() {
    var last = BEGIN;
    for (Word word : words) {
      assertThat(word.begin()).isGreaterThanOrEqualTo(last);
      assertThat(word.end()).isGreaterThan(word.begin());
      last = word.end();
    }
    assertThat(last).isLessThanOrEqualTo(BEGIN.plus(speech(BEGIN).length()));
    assertThat(words.getFirst().begin()).isLessThan(BEGIN.plusMillis(600));
  }

  @Test
  void confidenceDiffersFromWordToWord() {
    assertThat(words)
        .extracting(Word::confidence)
        .anyMatch(confidence -> confidence > 0.5)
        .doesNotContainSequence(0.0, 0.0);
  }

  @Test
  void silenceAndAnEmptyStretchHaveNoWords() {
    assertThat(hear(new SpeechStretch(Duration.ZERO, new short[16_000], 16_000))).isEmpty();
    assertThat(hear(new SpeechStretch(Duration.ZERO, new short[0], 16_000))).isEmpty();
    assertThat(hear(new SpeechStretch(Duration.ZERO, new short[100], 16_000))).isEmpty();
  }

  @Test
  void nothingIsPrinted() {
    assertThat(printed).isEmpty();
  }

  @Test
  void anotherLanguageThanEnglishIsRefused() {
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> ENGINE.open(new LanguageCode("de-DE")))
        .withMessage("engine sphinx hears English only, not de-DE")
        .extracting(PermanentException::code)
        .isEqualTo(FailureCode.LANGUAGE_NOT_SUPPORTED);
  }

  @Test
  void saysThatItIsADraftAndWhatToDo() {
    var description = ENGINE.description();

    assertThat(description.quality()).isEqualTo(Quality.DRAFT);
    assertThat(description.languages()).contains(AMERICAN, new LanguageCode("en-WL")).hasSize(9);
    assertThat(description.advice()).contains("./aftercall models pull base.en");
  }

  @Test
  void aClosedSessionHearsNothingMore() {
    var session = ENGINE.open(AMERICAN);
    session.close();
    session.close();

    assertThatIllegalStateException().isThrownBy(() -> session.transcribe(speech(Duration.ZERO)));
  }

  private static List<TranscriptItem> hear(SpeechStretch stretch) {
    try (var session = ENGINE.open(AMERICAN)) {
      return session.transcribe(stretch);
    }
  }

  private static SpeechStretch speech(Duration begin) {
    try (var file =
        Objects.requireNonNull(
            SphinxEngineTest.class.getResourceAsStream("/transcript/speech-rms-16khz.wav"))) {
      file.skipNBytes(44);
      var bytes = ByteBuffer.wrap(file.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      short[] samples = new short[bytes.remaining() / 2];
      bytes.asShortBuffer().get(samples);
      return new SpeechStretch(begin, samples, 16_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
