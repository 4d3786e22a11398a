package com.aftercall.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record of a stream: it holds a contact record, or several.
 *
 * @param partition shard or partition that it came through
 * @param place where it stands there; with the stream and the partition it names the delivery
 * @param content as it came
 * @param arrivedAt when it came into the stream; null if the stream does not say
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of each record would cost time
public record Delivery(
    String partition, String place, byte[] content, @Nullable Instant arrivedAt) {

  /** Without the content, which is private. */
  @Override
  public String toString() {
    return "Delivery[%s %s, %d bytes]".formatted(partition, place, content.length);
  }
}
