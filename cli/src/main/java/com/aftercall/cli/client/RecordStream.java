package com.aftercall.cli.client;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream that contact records come from.
 *
 * @param state {@code starting}, {@code reading}, {@code failed} or {@code stopped}
 * @param rejected records that are set aside
 */
public record RecordStream(
    String name,
    String state,
    @Nullable String message,
    long rejected,
    List<Partition> partitions) {

  /** Absent lists are empty ones. */
  public RecordStream {
    partitions = requireNonNullElse(partitions, List.of());
  }

  /** One shard or partition. */
  public record Partition(
      String partition,
      @Nullable Instant lastRecordAt,
      @Nullable Long behindMillis,
      @Nullable Long behindRecords) {}
}
