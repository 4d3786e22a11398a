package com.aftercall.cli.client;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks again after a passing failure: nobody listens, the connection broke, the server is busy.
 * Waits half a second first, then twice as long each time, up to eight seconds.
 */
public final class Retry {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private final Duration limit;
  private final Pause pause;
  private final Consumer<String> announce;

  /**
   * A way to ask again.
   *
   * @param limit how long the waits of one request may add up to; zero never asks again
   * @param announce told what happened and when it is tried again
   */
  public Retry(Duration limit, Pause pause, Consumer<String> announce) {
    this.limit = limit;
    this.pause = pause;
    this.announce = announce;
  }

  /** The answer, or the failure that lasted. The request must bear being sent twice. */
  public <T> T of(Supplier<T> request) {
    var waited = Duration.ZERO;
    for (var wait = FIRST; ; wait = shorter(wait.multipliedBy(2), LONGEST)) {
      try {
        return request.get();
      } catch (NoServerException | ConnectionLostException | ProblemException e) {
        waited = waited.plus(wait);
        if (!passes(e) || waited.compareTo(limit) > 0 || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        announce.accept(
            "%s Trying again in %s s.".formatted(e.getMessage(), wait.toMillis() / 1e3));
        pause.pause(wait);
      }
    }
  }

  private static boolean passes(RuntimeException failure) {
    return !(failure instanceof ProblemException problem) || problem.isPassing();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
