package com.aftercall.cli.client;

import org.jspecify.annotations.Nullable;

/**
 * Reading the files of a bucket.
 *
 * @param state {@code running}, {@code complete}, {@code stopped} or {@code failed}
 * @param place key of the last file looked at
 * @param files that were taken
 * @param accepted records of them
 * @param rejected records of them that are set aside
 * @param message what is wrong, if anything
 */
public record Backfill(
    String id,
    String state,
    @Nullable String place,
    long files,
    long accepted,
    long rejected,
    @Nullable String message) {}
