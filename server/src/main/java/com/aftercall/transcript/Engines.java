package com.aftercall.transcript;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.spi.EngineDescription;
import com.aftercall.transcript.spi.RecordingTranscriber;
import com.aftercall.transcript.spi.TranscriptionEngine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The engines of this installation, the best first, and the rule that chooses among them. */
public final class Engines {

  private final String wanted;
  private final List<Supplier<Optional<TranscriptionEngine>>> engines;
  private final @Nullable RecordingTranscriber elsewhere;

  /**
   * Chooses among engines.
   *
   * @param wanted {@code auto}, {@code imported}, or the name of an engine
   * @param engines the best first; one that gives nothing is not installed (any more, or yet)
   * @param elsewhere takes whole recordings; used only if it is the one that is wanted
   */
  Engines(
      String wanted,
      List<Supplier<Optional<TranscriptionEngine>>> engines,
      @Nullable RecordingTranscriber elsewhere) {
    this.wanted = wanted;
    this.engines = List.copyOf(engines);
    this.elsewhere = elsewhere;
  }

  /**
   * An engine that could be used now.
   *
   * @param name as in the configuration
   * @param quality what to expect of its words, {@code draft} or {@code good}
   * @param languages how many codes it takes
   * @param advice what to do to get better words; empty if nothing
   */
  public record Present(String name, String quality, int languages, String advice) {

    private static Present of(EngineDescription engine) {
      return new Present(
          engine.name(),
          engine.quality().name().toLowerCase(Locale.ROOT),
          engine.languages().size(),
          engine.advice());
    }

    private static Present of(RecordingTranscriber transcriber) {
      return new Present(transcriber.name(), "good", transcriber.languages().size(), "");
    }
  }

  /** Those that could be used now. */
  public List<Present> present() {
    var here =
        engines.stream()
            .flatMap(engine -> engine.get().stream())
            .map(TranscriptionEngine::description)
            .map(Present::of);
    return Stream.concat(elsewhere().stream().map(Present::of), here).toList();
  }

  /** What transcribes whole recordings elsewhere, if that is wanted. */
  Optional<RecordingTranscriber> elsewhere() {
    return Optional.ofNullable(elsewhere).filter(engine -> engine.name().equals(wanted));
  }

  /** Whether a finished transcript beside a recording is taken instead of an engine. */
  boolean takesFinished() {
    return wanted.equals("auto") || wanted.equals("imported");
  }

  /**
   * The best engine that is present and has the language.
   *
   * @throws PermanentException with {@code ENGINE_MISSING} or {@code LANGUAGE_NOT_SUPPORTED}
   */
  TranscriptionEngine choose(LanguageCode language) {
    if (wanted.equals("imported")) {
      throw new PermanentException(
          FailureCode.ENGINE_MISSING,
          "there is no finished transcript beside the recording, and aftercall.transcription.engine is"
              + " 'imported', so no engine may be used");
    }
    var candidates =
        engines.stream()
            .flatMap(engine -> engine.get().stream())
            .filter(e -> wanted.equals("auto") || e.description().name().equals(wanted))
            .toList();
    if (candidates.isEmpty()) {
      throw new PermanentException(
          FailureCode.ENGINE_MISSING,
          "engine '%s' is not ready; ./aftercall models list shows what can be had"
              .formatted(wanted));
    }
    return candidates.stream()
        .filter(engine -> engine.description().languages().contains(language))
        .findFirst()
        .orElseThrow(() -> languageMissing(language, candidates));
  }

  private static PermanentException languageMissing(
      LanguageCode language, List<TranscriptionEngine> candidates) {
    var known =
        candidates.stream()
            .map(e -> e.description().name() + " (" + languages(e.description()) + ")")
            .collect(Collectors.joining(", "));
    return new PermanentException(
        FailureCode.LANGUAGE_NOT_SUPPORTED,
        "no engine that is present has %s; present: %s. Engines that have it: whisper with a model of many languages (./aftercall models pull base), or a finished transcript beside the recording"
            .formatted(language, known));
  }

  private static String languages(EngineDescription description) {
    return description.languages().stream()
        .map(LanguageCode::language)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
