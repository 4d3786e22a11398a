package com.aftercall.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.PlanSettings;
import com.aftercall.doctor.Finding;
import com.aftercall.doctor.Finding.Verdict;
import com.aftercall.transcript.spi.EngineDescription;
import com.aftercall.transcript.spi.EngineDescription.Quality;
import com.aftercall.transcript.spi.EngineSession;
import com.aftercall.transcript.spi.TranscriptionEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptChecksTest {

  /** Hears English, and nothing of it here. */
  private record English(String name, Quality quality) implements TranscriptionEngine {

    @Override
    public EngineDescription description() {
      return new EngineDescription(
          name, quality, Set.of(new LanguageCode("en-US")), 16_000, "Fetch a model.");
    }

    @Override
    public EngineSession open(LanguageCode language) {
      throw new UnsupportedOperationException();
    }
  }

  private static Engines engines(String wanted, TranscriptionEngine... present) {
    return new Engines(
        wanted,
        List.of(present).stream()
            .map(
                engine ->
                    (java.util.function.Supplier<Optional<TranscriptionEngine>>)
                        () -> Optional.of(engine))
            .toList(),
        null);
  }

  private static Finding languages(
      String engine, @Nullable String byDefault, Map<String, Long> seen) {
    return new LanguageCheck(
            () -> seen,
            new PlanSettings(byDefault),
            new TranscriptionSettings(engine, null, Path.of("models"), "http://localhost/"),
            engines(engine, new English("sphinx", Quality.DRAFT)))
        .run();
  }

  @Test
  void languagesThatAnEngineHasAreWell() {
    var finding = languages("auto", null, Map.of("en-US", 3L, "EN_us", 1L));

    assertThat(finding.verdict()).isEqualTo(Verdict.OK);
    assertThat(finding.found()).isEqualTo("In use: en-US.");
  }

  @Test
  void codeThatDoesNotExistFailsWithTheOneThatIsMeant() {
    var finding = languages("auto", null, Map.of("en-UK", 3L, "en-US", 9L));

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.found()).contains("en-UK", "en-GB", "(3 contacts)");
  }

  @Test
  void valueThatIsNoCodeAtAllIsCountedAndNotShown() {
    var finding = languages("auto", null, Map.of("+49 170 1234567", 3L));

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.found()).doesNotContain("170").contains("3 contacts");
  }

  @Test
  void contactsWithoutALanguageNeedADefault() {
    assertThat(languages("auto", null, Map.of("", 3L)).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(languages("auto", "en-US", Map.of("", 3L)).verdict()).isEqualTo(Verdict.OK);
    assertThat(languages("auto", "english", Map.of()).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(languages("auto", null, Map.of()).verdict()).isEqualTo(Verdict.NOT_USED);
  }

  @Test
  void languageThatNoEngineHasIsNamed() {
    var finding = languages("auto", null, Map.of("de-DE", 3L));

    assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
    assertThat(finding.found()).contains("de-DE");
    assertThat(languages("imported", null, Map.of("de-DE", 3L)).verdict()).isEqualTo(Verdict.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "auto, DRAFT, WARNING",
    "auto, GOOD, OK",
    "sphinx, GOOD, OK",
    "whisper, GOOD, FAILED",
    "imported, DRAFT, OK",
    "amazon-transcribe, DRAFT, NOT_USED"
  })
  void engineThatIsWantedHasToBeReadyAndGood(String wanted, Quality quality, Verdict verdict) {
    var present = engines(wanted, new English("sphinx", quality)).present();

    assertThat(EngineCheck.judge(wanted, present).verdict()).isEqualTo(verdict);
  }

  @Test
  void nothingReadyFails() {
    assertThat(EngineCheck.judge("auto", List.of()).verdict()).isEqualTo(Verdict.FAILED);
  }
}
