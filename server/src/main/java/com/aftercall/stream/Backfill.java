package com.aftercall.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reading the files of contact records that lie in a bucket.
 *
 * @param id ours
 * @param bucket as of the object store
 * @param prefix with which the keys begin; empty: all of the bucket
 * @param from only files written at that time or later; null: all
 * @param until only files written before; null: all
 * @param state {@code running}, {@code complete}, {@code stopped} or {@code failed}
 * @param place key of the last file looked at; null at the beginning
 * @param files that were taken
 * @param accepted records of them
 * @param rejected records of them that are set aside
 * @param message what is wrong; null if nothing is
 * @param createdAt when it was asked for
 * @param changedAt when it last went on
 */
public record Backfill(
    String id,
    String bucket,
    String prefix,
    @Nullable Instant from,
    @Nullable Instant until,
    String state,
    @Nullable String place,
    long files,
    long accepted,
    long rejected,
    @Nullable String message,
    Instant createdAt,
    Instant changedAt) {

  /** The name under which what it rejects is kept. */
  String stream() {
    return "files:" + bucket;
  }

  boolean isWanted(Instant written) {
    return (from == null || !written.isBefore(from)) && (until == null || written.isBefore(until));
  }
}
