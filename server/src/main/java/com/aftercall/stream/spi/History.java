package com.aftercall.stream.spi;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a stream still has from before, read beside its running readers and without their notes. */
public interface History {

  /**
   * Connects.
   *
   * @param marks what was read before, by partition; empty at the beginning
   * @throws com.aftercall.failure.AftercallException if the stream does not answer
   */
  HistoryReader open(Span span, Map<String, Mark> marks);

  /**
   * Which records.
   *
   * @param from only those that came at that time or later; null: all that there are
   * @param until only those that came before; not later than now
   */
  record Span(@Nullable Instant from, Instant until) {}

  /**
   * How far a partition was read.
   *
   * @param place of the last record; null if there was none yet
   * @param read whether there is nothing more in it
   */
  record Mark(@Nullable String place, boolean read) {}
}
