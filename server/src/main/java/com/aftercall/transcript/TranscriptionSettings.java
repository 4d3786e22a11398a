package com.aftercall.transcript;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How contacts are transcribed.
 *
 * @param engine {@code auto} takes the best that is present: a finished transcript beside the
 *     recording, else {@code whisper} if it has a model, else {@code sphinx}; {@code
 *     amazon-transcribe} costs money and is taken only where it is named
 * @param model a Whisper model: a name of {@code ./aftercall models list} or a path to a ggml file;
 *     if absent the largest one in {@code models}
 * @param models the folder that holds downloaded models
 * @param modelSource where models are downloaded from
 */
@ConfigurationProperties("aftercall.transcription")
public record TranscriptionSettings(
    @DefaultValue("auto") String engine,
    @Nullable String model,
    Path models,
    @DefaultValue("https://huggingface.co/ggerganov/whisper.cpp/resolve/main/")
        String modelSource) {

  /** Throws {@link IllegalArgumentException} for an engine that does not exist. */
  public TranscriptionSettings {
    model = model == null || model.isBlank() ? null : model;
    if (!java.util.Set.of("auto", "whisper", "sphinx", "imported", "amazon-transcribe")
        .contains(engine)) {
      throw new IllegalArgumentException(
          "aftercall.transcription.engine is '%s'; it can be auto, whisper, sphinx, imported or amazon-transcribe"
              .formatted(engine));
    }
  }
}
