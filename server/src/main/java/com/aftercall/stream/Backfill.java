package com.aftercall.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reading once more what lies in a bucket, or what a stream still has.
 *
 * @param id ours
 * @param source what is read
 * @param from only files written, or records that came, at that time or later; null: all
 * @param until only those from before; null: from before {@code createdAt}, in a bucket all
 * @param state {@code running}, {@code complete}, {@code stopped} or {@code failed}
 * @param place key of the last file looked at; null at the beginning, and for a stream
 * @param files that were taken
 * @param partitions of the stream that were read so far, at least in part
 * @param partitionsRead those of them that are read to their end
 * @param reachedAt how far the partition is that is least far, by the time when its last record
 *     came; null for a bucket, at the beginning and when all are read
 * @param taken contact records that came of it
 * @param message what is wrong; null if nothing is
 * @param createdAt when it was asked for
 * @param changedAt when it last went on
 */
public record Backfill(
    String id,
    Source source,
    @Nullable Instant from,
    @Nullable Instant until,
    String state,
    @Nullable String place,
    long files,
    long partitions,
    long partitionsRead,
    @Nullable Instant reachedAt,
    Count taken,
    @Nullable String message,
    Instant createdAt,
    Instant changedAt) {

  /** What is read. */
  public sealed interface Source {

    /** The name under which what is rejected is kept. */
    String stream();

    /**
     * Files in a bucket.
     *
     * @param name as of the object store
     * @param prefix with which the keys begin; empty: all of the bucket
     */
    record Bucket(String name, String prefix) implements Source {
      @Override
      public String stream() {
        return "files:" + name;
      }
    }

    /**
     * Records of a stream.
     *
     * @param stream its name, such as {@code kinesis:contact-records}
     */
    record Past(String stream) implements Source {}
  }

  /**
   * Contact records.
   *
   * @param accepted that are committed
   * @param redelivered of those, how many changed nothing, as what they say was known
   * @param rejected that are set aside
   */
  public record Count(long accepted, long redelivered, long rejected) {}

  boolean isWanted(Instant written) {
    return (from == null || !written.isBefore(from)) && (until == null || written.isBefore(until));
  }

  boolean isRunning() {
    return state.equals("running");
  }

  /** What comes later is not for a backfill: the running reader takes it. */
  Instant end() {
    return until == null || until.isAfter(createdAt) ? createdAt : until;
  }
}
