package com.aftercall.stream;

import java.time.Instant;

/**
 * What a stream delivered and nobody could take.
 *
 * @param id ours
 * @param stream as its source is named
 * @param partition shard or partition
 * @param place in the partition
 * @param receivedAt when it was first read
 * @param reason why it was not taken, at the last attempt
 * @param sizeBytes of what was delivered
 * @param attempts one or more
 */
public record RejectedRecord(
    String id,
    String stream,
    String partition,
    String place,
    Instant receivedAt,
    String reason,
    int sizeBytes,
    int attempts) {}
