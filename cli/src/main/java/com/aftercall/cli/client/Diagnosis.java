package com.aftercall.cli.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What one check of the installation found; the texts are sentences. */
public record Diagnosis(
    String id,
    String title,
    Verdict verdict,
    String lookedAt,
    String found,
    @Nullable String cure) {

  /** How it stands, the worst first. */
  public enum Verdict {
    /** Does not work. */
    @JsonProperty("failed")
    FAILED,
    /** Works, and will not go on so, or not for everybody. */
    @JsonProperty("warning")
    WARNING,
    /** As it should be. */
    @JsonProperty("ok")
    OK,
    /** Is not used here. */
    @JsonProperty("notUsed")
    NOT_USED,
    /** A word of a newer server. */
    @JsonEnumDefaultValue
    UNKNOWN
  }
}
