package com.aftercall.failure;

import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong in a known way. Its message is shown to people: it says what, where and
 * what to do, and never holds transcripts, numbers, attributes, signed URLs or secrets.
 */
public abstract sealed class AftercallException extends RuntimeException
    permits RetryableException, PermanentException {

  private final FailureCode code;

  AftercallException(FailureCode code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** The message: what, where and what to do. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** The message as a sentence of its own. */
  public String sentence() {
    var reason = reason();
    if (reason.isEmpty()) {
      return code + ".";
    }
    var begun = Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }

  /** Why, as one of the known codes. */
  public FailureCode code() {
    return code;
  }
}
