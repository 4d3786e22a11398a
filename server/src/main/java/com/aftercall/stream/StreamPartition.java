package com.aftercall.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one shard or partition was read.
 *
 * @param partition as the stream names it
 * @param server that read it last
 * @param place of the newest record taken; null if there was none yet
 * @param records taken since this is counted; those delivered twice count twice
 * @param lastRecordAt when the newest record taken had come into the stream; null if not known
 * @param behindMillis how far reading is behind the stream's end; null if not known
 * @param behindRecords the same in records; null if not known
 * @param readAt when the stream was last asked
 */
public record StreamPartition(
    String partition,
    String server,
    @Nullable String place,
    long records,
    @Nullable Instant lastRecordAt,
    @Nullable Long behindMillis,
    @Nullable Long behindRecords,
    Instant readAt) {}
