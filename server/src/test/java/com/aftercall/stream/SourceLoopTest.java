package com.aftercall.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.stream.spi.SourceState.Phase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SourceLoopTest {

  private static final Duration SOON = Duration.ofMillis(20);

  private final AtomicReference<SourceLoop> made = new AtomicReference<>();
  private final AtomicInteger passages = new AtomicInteger();

  private SourceLoop loop(Duration beforeAnew, Runnable passage) {
    made.set(new SourceLoop("kafka:records", beforeAnew, passage, e -> e.getMessage() + "."));
    return made.get();
  }

  private void readUntilStopped() {
    made.get().reading();
    try {
      made.get().stopping().await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitPhase(Phase phase) {
    await().atMost(Duration.ofSeconds(10)).until(() -> made.get().state().phase() == phase);
  }

  @Test
  void passageThatFailedIsBegunAnew() {
    var loop =
        loop(
            SOON,
            () -> {
              if (passages.incrementAndGet() < 3) {
                throw new IllegalStateException("gone");
              }
              readUntilStopped();
            });
    assertThat(loop.state().phase()).isEqualTo(Phase.STOPPED);

    loop.start();

    awaitPhase(Phase.READING);
    assertThat(passages).hasValue(3);
    assertThat(loop.state().message()).isNull();
    loop.stop(Duration.ofSeconds(5), () -> {});
    assertThat(loop.state().phase()).isEqualTo(Phase.STOPPED);
    assertThat(passages).hasValue(3);
  }

  @Test
  void firstReasonOfAPassageIsShown() {
    var loop =
        loop(
            Duration.ofMinutes(1),
            () -> {
              made.get().failed(new IllegalStateException("no such stream"));
              throw new IllegalStateException("initialization failed");
            });

    loop.start();

    awaitPhase(Phase.FAILED);
    assertThat(loop.state().message()).isEqualTo("no such stream. It is tried again in 60 s.");
    loop.stop(Duration.ofSeconds(5), () -> {});
    assertThat(loop.state().phase()).isEqualTo(Phase.STOPPED);
  }

  @Test
  void nothingThatBreaksInAStopIsAFault() {
    var woken = new CountDownLatch(1);
    var phaseInTheStop = new AtomicReference<Phase>();
    var loop =
        loop(
            SOON,
            () -> {
              passages.incrementAndGet();
              readUntilStopped();
              made.get().failed(new IllegalStateException("closed"));
              phaseInTheStop.set(made.get().state().phase());
              throw new IllegalStateException("closed");
            });
    loop.start();
    awaitPhase(Phase.READING);

    loop.stop(Duration.ofSeconds(5), woken::countDown);

    assertThat(woken.getCount()).isZero();
    assertThat(phaseInTheStop).hasValue(Phase.READING);
    assertThat(loop.isStopping()).isTrue();
    assertThat(loop.state().phase()).isEqualTo(Phase.STOPPED);
    assertThat(passages).hasValue(1);
  }

  @Test
  void stopDoesNotWaitForeverForAPassageThatDoesNotEnd() {
    var release = new CountDownLatch(1);
    var loop =
        loop(
            SOON,
            () -> {
              made.get().reading();
              try {
                release.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    loop.start();
    awaitPhase(Phase.READING);
    var begun = System.nanoTime();

    loop.stop(Duration.ofMillis(200), () -> {});

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    assertThat(loop.state().phase()).isEqualTo(Phase.READING);
    release.countDown();
    awaitPhase(Phase.STOPPED);
  }
}
