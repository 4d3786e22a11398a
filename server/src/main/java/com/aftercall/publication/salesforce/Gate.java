package com.aftercall.publication.salesforce;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.NotYet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Closed for a while after the org failed as a whole, so that contacts do not queue up at a server
 * that does not answer and hold the threads that other work needs.
 */
@Component
public class Gate {

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int SPREAD_MILLIS = 3_000;

  private final InstantSource clock;
  private @Nullable Closed closed;
  private int failures;

  Gate(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Why nothing is sent.
   *
   * @param code what failed
   * @param sentence for people
   * @param at when
   * @param until when the next try may be
   */
  public record Closed(FailureCode code, String sentence, Instant at, Instant until) {}

  /**
   * Lets a call through.
   *
   * @throws NotYet while it is closed, with a time that is not everybody's
   */
  synchronized void pass() {
    if (closed != null && clock.instant().isBefore(closed.until())) {
      throw new NotYet(
          closed.until().plusMillis(ThreadLocalRandom.current().nextInt(SPREAD_MILLIS)),
          closed.code(),
          closed.sentence());
    }
  }

  /** The org works. */
  synchronized void open() {
    failures = 0;
    closed = null;
  }

  /** It failed; each time in a row the wait is twice as long, up to five minutes. */
  synchronized void close(FailureCode code, String sentence) {
    failures++;
    var wait = Duration.ofMillis(500L << Math.min(failures, 10));
    close(code, sentence, wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  /** It said to come later. */
  synchronized void close(FailureCode code, String sentence, Duration wait) {
    var now = clock.instant();
    closed = new Closed(code, sentence, now, now.plus(wait));
  }

  /** What closed it last, if nothing went well since. */
  public synchronized Optional<Closed> state() {
    return Optional.ofNullable(closed);
  }

  /** Lets the next call try at once. */
  public synchronized void tryNow() {
    if (closed != null) {
      closed = new Closed(closed.code(), closed.sentence(), closed.at(), clock.instant());
    }
  }
}
