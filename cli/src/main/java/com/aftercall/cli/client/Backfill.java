package com.aftercall.cli.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reading what lies in a bucket, or what a stream still has.
 *
 * @param stream its name; null for a bucket
 * @param state {@code running}, {@code complete}, {@code stopped} or {@code failed}
 * @param files that were taken of a bucket
 * @param partitions of a stream that were read so far, at least in part
 * @param partitionsRead those of them that are read to their end
 * @param reachedAt how far the partition is that is least far; null when that is not known
 * @param accepted contact records that were taken
 * @param redelivered those of them that changed nothing
 * @param rejected records that are set aside
 * @param message what is wrong, if anything
 */
public record Backfill(
    String id,
    @Nullable String stream,
    String state,
    long files,
    long partitions,
    long partitionsRead,
    @Nullable Instant reachedAt,
    long accepted,
    long redelivered,
    long rejected,
    @Nullable String message) {}
