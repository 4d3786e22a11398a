package com.aftercall.failure;

/** It may work when tried again later. */
public final class RetryableException extends AftercallException {

  /**
   * A failure that started here.
   *
   * @param code why
   * @param message what, where and what to do; fit to be shown and logged
   */
  public RetryableException(FailureCode code, String message) {
    super(code, message, null);
  }

  /**
   * A failure that another caused.
   *
   * @param code why
   * @param message what, where and what to do; fit to be shown and logged
   * @param cause kept for the stack trace only
   */
  public RetryableException(FailureCode code, String message, Throwable cause) {
    super(code, message, cause);
  }
}
