package com.aftercall.transcript.sphinx;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.spi.EngineDescription;
import com.aftercall.transcript.spi.EngineDescription.Quality;
import com.aftercall.transcript.spi.EngineSession;
import com.aftercall.transcript.spi.TranscriptionEngine;
import java.lang.ref.SoftReference;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * CMU Sphinx with its generic model of American English, which is part of this program.
 *
 * <p>Each session has a recognizer of its own, because Sphinx keeps state in its acoustic model. A
 * recognizer takes seconds and some 150 MB to load, so it is kept for the next session when one is
 * closed, as long as memory is not short.
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

  private final Deque<SoftReference<SphinxRecognizer>> idle = new ConcurrentLinkedDeque<>();

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
    SphinxRecognizer recognizer = takeIdle();
    return new SphinxSession(recognizer == null ? SphinxRecognizer.load() : recognizer, this::keep);
  }

  private @Nullable SphinxRecognizer takeIdle() {
    SphinxRecognizer recognizer = null;
    while (recognizer == null && !idle.isEmpty()) {
      var reference = idle.pollFirst();
      recognizer = reference == null ? null : reference.get();
    }
    return recognizer;
  }

  private void keep(SphinxRecognizer recognizer) {
    idle.addFirst(new SoftReference<>(recognizer));
  }
}
