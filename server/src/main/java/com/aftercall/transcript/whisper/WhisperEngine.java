package com.aftercall.transcript.whisper;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.spi.EngineDescription;
import com.aftercall.transcript.spi.EngineDescription.Quality;
import com.aftercall.transcript.spi.EngineSession;
import com.aftercall.transcript.spi.TranscriptionEngine;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whisper with one model. The model is loaded when the first session is opened, is shared by all
 * sessions and stays until the process ends.
 */
public final class WhisperEngine implements TranscriptionEngine {

  static final int SAMPLE_RATE_HZ = 16_000;

  private static final Map<LanguageCode, String> LANGUAGES = ModelTables.languages();

  /** Layers of the smallest model, which hears telephone lines poorly. */
  private static final int TINY = 4;

  private final GgmlFile model;
  private final int threads;
  private final EngineDescription description;
  private @Nullable MemorySegment context;

  /**
   * Looks through the model file but does not load it.
   *
   * @param threads that one session computes with, at least 1
   * @throws PermanentException with {@code MODEL_INVALID} if it is no model or a damaged one
   */
  public WhisperEngine(Path modelFile, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("%d threads cannot transcribe".formatted(threads));
    }
    this.model = GgmlFile.check(modelFile.toAbsolutePath());
    this.threads = threads;
    this.description = describe(model);
  }

  @Override
  public EngineDescription description() {
    return description;
  }

  @Override
  public EngineSession open(LanguageCode language) {
    if (!description.languages().contains(language)) {
      throw new PermanentException(
          FailureCode.LANGUAGE_NOT_SUPPORTED,
          "engine whisper with %s does not hear %s%s"
              .formatted(
                  model.path().getFileName(),
                  language,
                  LANGUAGES.containsKey(language)
                      ? "; run './aftercall models pull base' for a model that does"
                      : ""));
    }
    WhisperLibrary library = WhisperLibrary.get();
    MemorySegment shared = context(library);
    MemorySegment state = library.openState(shared);
    if (state == null) {
      throw new PermanentException(
          FailureCode.ENGINE_FAILED, "engine whisper got no memory to work in");
    }
    return new WhisperSession(
        library, shared, state, threads, LANGUAGES.getOrDefault(language, "en"));
  }

  private synchronized MemorySegment context(WhisperLibrary library) {
    MemorySegment opened = context;
    if (opened == null) {
      opened = library.openContext(model.path());
      if (opened == null) {
        throw GgmlFile.invalid(model.path(), "is refused by whisper.cpp");
      }
      context = opened;
    }
    return opened;
  }

  private static EngineDescription describe(GgmlFile model) {
    Set<LanguageCode> languages = new HashSet<>(LANGUAGES.keySet());
    if (!model.multilingual()) {
      languages.removeIf(code -> !code.language().equals("en"));
    }
    boolean tiny = model.audioLayers() <= TINY;
    return new EngineDescription(
        "whisper",
        tiny ? Quality.DRAFT : Quality.GOOD,
        languages,
        SAMPLE_RATE_HZ,
        tiny
            ? "For a better transcript run './aftercall models pull base.en' and retry the contact."
            : "");
  }
}
