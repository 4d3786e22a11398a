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

  /** The message: what, where and what to do. Begins in lower case and has no full stop. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** Why, as one of the known codes. */
  public FailureCode code() {
    return code;
  }
}
