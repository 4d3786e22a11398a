package com.aftercall.cli.ingest;

import com.aftercall.cli.client.Location;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the command line must know of a record; the rest is passed over, but must be JSON.
 *
 * @param isEvent whether this is no record but the event that a Kinesis trigger hands to a function
 */
record RecordFacts(@Nullable String contactId, List<Location> recordings, boolean isEvent) {

  /**
   * Reads one record.
   *
   * @throws StreamReadException if the bytes are not exactly one JSON object
   */
  static RecordFacts read(byte[] record, JsonMapper json) {
    try (var parser = json.createParser(record)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new StreamReadException(parser, "A contact record is a JSON object");
      }
      var facts = readFields(parser);
      if (parser.nextToken() != null) {
        throw new StreamReadException(parser, "Something follows the record on the same line");
      }
      return facts;
    }
  }

  private static RecordFacts readFields(JsonParser parser) {
    String contactId = null;
    var isEvent = false;
    Set<Location> recordings = new LinkedHashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var field = parser.currentName();
      var value = parser.nextToken();
      switch (field) {
        case "ContactId" -> contactId = textOf(parser, value);
        case "Recording" -> readLocation(parser, value, recordings);
        case "Recordings" -> readLocations(parser, value, recordings);
        default -> {
          isEvent |= field.equals("Records") && value == JsonToken.START_ARRAY;
          parser.skipChildren();
        }
      }
    }
    return new RecordFacts(contactId, List.copyOf(recordings), isEvent && contactId == null);
  }

  private static void readLocations(JsonParser parser, JsonToken value, Set<Location> recordings) {
    if (value != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    for (var item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
      readLocation(parser, item, recordings);
    }
  }

  private static void readLocation(JsonParser parser, JsonToken value, Set<Location> recordings) {
    if (value != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var field = parser.currentName();
      var text = textOf(parser, parser.nextToken());
      if (field.equals("Location") && text != null) {
        Location.parse(text).ifPresent(recordings::add);
      }
    }
  }

  private static @Nullable String textOf(JsonParser parser, JsonToken value) {
    if (value == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    parser.skipChildren();
    return null;
  }
}
