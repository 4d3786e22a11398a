package com.aftercall.cli.ingest;

import com.aftercall.cli.client.Location;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One contact record of a file, in the bytes that the file has for it.
 *
 * @param index 0-based place in the file
 * @param json one line of JSON
 * @param contactId null if the record names none, which the server will refuse
 * @param recordings where the record says that its recordings lie
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes pass through here; never compared.
record RecordJson(
    Path file, long index, byte[] json, @Nullable String contactId, List<Location> recordings) {

  /** {@code calls.ndjson, record 17}. */
  String place() {
    return "%s, record %d".formatted(file, index);
  }

  @Override
  public String toString() {
    return place();
  }
}
