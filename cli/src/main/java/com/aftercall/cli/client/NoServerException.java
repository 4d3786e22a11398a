package com.aftercall.cli.client;

import java.net.URI;

/** Nobody listens there. */
public final class NoServerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says where, and what to do. */
  public NoServerException(URI url, Throwable cause) {
    super(
        "No server answers at %s. Start it with ./aftercall serve.".formatted(withoutSlash(url)),
        cause);
  }

  private static String withoutSlash(URI url) {
    var text = url.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
