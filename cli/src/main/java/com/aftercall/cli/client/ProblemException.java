package com.aftercall.cli.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The server refused; the message is its {@code title: detail}. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient @Nullable List<Rejection> rejected;

  private ProblemException(int status, String message, @Nullable List<Rejection> rejected) {
    super(message);
    this.status = status;
    this.rejected = rejected;
  }

  /** Reads a problem detail; an answer that is none is described by its status alone. */
  static ProblemException of(int status, String body, JsonMapper json) {
    Problem problem;
    try {
      problem = json.readValue(body, Problem.class);
    } catch (JacksonException e) {
      problem = new Problem(null, null, null);
    }
    return new ProblemException(status, problem.sentence(status), problem.rejected());
  }

  /** The HTTP status, 300 to 599. */
  public int status() {
    return status;
  }

  /** The records that were refused; empty if the refusal was about something else. */
  public List<Rejection> rejected() {
    return rejected == null ? List.of() : rejected;
  }

  /** Whether the same request may succeed a little later. */
  public boolean isPassing() {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  private record Problem(
      @Nullable String title, @Nullable String detail, @Nullable List<Rejection> rejected) {

    String sentence(int status) {
      if (status == 401) {
        return "The server does not accept the token (401). Make one with ./aftercall token create"
            + " where the server runs, and set AFTERCALL_TOKEN.";
      }
      var name = title == null || title.isBlank() ? "The server answered " + status : title;
      return detail == null || detail.isBlank() ? name : name + ": " + detail;
    }
  }
}
