package com.aftercall.transcript.sphinx;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.spi.EngineDescription;
import com.aftercall.transcript.spi.EngineDescription.Quality;
import com.aftercall.transcript.spi.EngineSession;
import com.aftercall.transcript.spi.TranscriptionEngine;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CMU Sphinx with its generic model of American English, which is part of this program.
 *
 * <p>Stretches from telephone lines are heard with a model that expects nothing above their band.
 */
public final class SphinxEngine implements TranscriptionEngine {

  private static final Set<LanguageCode> ENGLISH =
      Stream.of("en-AB", "en-AU", "en-GB", "en-IE", "en-IN", "en-NZ", "en-US", "en-WL", "en-ZA")
          .map(LanguageCode::new)
          .collect(Collectors.toUnmodifiableSet());

  private static final EngineDescription DESCRIPTION =
      new EngineDescription(
          "sphinx",
          Quality.DRAFT,
          ENGLISH,
          SphinxRecognizer.SAMPLE_RATE_HZ,
          "For a better transcript run './aftercall models pull base.en' and retry the contact.");

  private final RecognizerPool recognizers = new RecognizerPool();

  @Override
  public EngineDescription description() {
    return DESCRIPTION;
  }

  @Override
  public EngineSession open(LanguageCode language) {
    if (!ENGLISH.contains(language)) {
      throw new PermanentException(
          FailureCode.LANGUAGE_NOT_SUPPORTED,
          "engine sphinx hears English only, not %s".formatted(language));
    }
    return new SphinxSession(recognizers);
  }
}
