package com.aftercall.stream.spi;

import com.aftercall.doctor.Finding;
import java.time.Duration;
import java.util.Optional;

/** Somewhere that contact records come from by themselves. Methods may be called by any thread. */
public interface RecordSource {

  /** Names it among all sources, such as {@code kinesis:contact-records}. */
  String name();

  /** Begins to read and returns at once; what goes wrong is in {@link #state()}. Called once. */
  void start();

  /**
   * Ends reading. What was committed is noted as read; what was not comes again.
   *
   * @param atMost after which it ends without notes
   */
  void stop(Duration atMost);

  /** What it does now. */
  SourceState state();

  /** What it still has from before; empty if nothing stays in it that was read. */
  default Optional<History> history() {
    return Optional.empty();
  }

  /** Looks whether it can be reached, for some seconds at most. */
  Finding check();
}
