package com.aftercall.cli.client;

import java.io.IOException;

/** The connection broke before the answer came; whether the request had an effect is unknown. */
public final class ConnectionLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ConnectionLostException(IOException cause) {
    super("The connection to the server broke off (%s).".formatted(reason(cause)), cause);
  }

  private static String reason(IOException cause) {
    var message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }
}
