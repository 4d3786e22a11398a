package com.aftercall.stream;

import com.aftercall.stream.spi.SourceState;
import com.aftercall.stream.spi.SourceState.Phase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of a source, its state and its stop: reads, and after a fault reads anew until it is
 * stopped. Methods may be called by any thread.
 */
public final class SourceLoop {

  private static final Logger log = LoggerFactory.getLogger(SourceLoop.class);

  private final String source;
  private final Duration beforeAnew;
  private final Runnable passage;
  private final Function<Throwable, String> explanation;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile SourceState state = SourceState.of(Phase.STOPPED);
  private volatile boolean explained;

  /**
   * Does nothing before it is started.
   *
   * @param source its name
   * @param beforeAnew how long to wait after a passage has ended
   * @param passage connects, reads and disconnects; ends when it cannot go on, and soon after
   *     {@link #isStopping()}
   * @param explanation what to say of a fault that ended a passage, in sentences
   */
  public SourceLoop(
      String source,
      Duration beforeAnew,
      Runnable passage,
      Function<Throwable, String> explanation) {
    this.source = source;
    this.beforeAnew = beforeAnew;
    this.passage = passage;
    this.explanation = explanation;
  }

  /** Begins; called once. */
  public void start() {
    state = SourceState.of(Phase.STARTING);
    // Virtual, because what waits for an answer of HTTP can be interrupted in no other.
    Thread.ofVirtual().name(source).start(this::readUntilStopped);
  }

  private void readUntilStopped() {
    try {
      do {
        readOnce();
      } while (!stopping.await(beforeAnew.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      state = SourceState.of(Phase.STOPPED);
      ended.countDown();
    }
  }

  private void readOnce() {
    explained = false;
    try {
      passage.run();
    } catch (RuntimeException e) {
      // Whatever it was: without this thread nobody would read the source any more.
      failed(e);
    }
  }

  /** Says that the passage has come to reading. */
  public void reading() {
    if (state.phase() != Phase.READING) {
      state = SourceState.of(Phase.READING);
      log.info("{} is read", source);
    }
  }

  /** Says what will end the passage. Of several reasons the first counts, and none in a stop. */
  public void failed(Throwable reason) {
    if (isStopping() || explained) {
      return;
    }
    explained = true;
    state =
        SourceState.failed(
            "%s It is tried again in %d s."
                .formatted(explanation.apply(reason), beforeAnew.toSeconds()));
    log.warn("{}: {}", source, state.message());
  }

  /** Whether the passage has to end. */
  public boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Is counted down when the passage has to end. */
  public CountDownLatch stopping() {
    return stopping;
  }

  /** What the source does now. */
  public SourceState state() {
    return state;
  }

  /**
   * Ends the passage and waits for its end.
   *
   * @param atMost how long this may take, waking included
   * @param waking makes a passage that waits for records look at {@link #isStopping()}
   */
  public void stop(Duration atMost, Runnable waking) {
    var latest = System.nanoTime() + atMost.toNanos();
    stopping.countDown();
    waking.run();
    try {
      if (!ended.await(latest - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        log.warn("{} did not end in time; what it read last is read again", source);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
