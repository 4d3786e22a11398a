package com.aftercall.transcript;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes turns in the shape of the API; milliseconds are rounded down. */
final class TurnJson {

  private static final JsonFactory JSON = new JsonFactory();

  private TurnJson() {}

  static String write(List<Turn> turns) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("turns");
      turns.forEach(turn -> write(json, turn));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  /** One turn, as in the list. */
  static String write(Turn turn) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      write(json, turn);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Turn turn) {
    json.writeStartObject();
    json.writeStringProperty("participant", turn.participant().name().toLowerCase(Locale.ROOT));
    json.writeNumberProperty("beginMillis", turn.begin().toMillis());
    json.writeNumberProperty("endMillis", turn.end().toMillis());
    json.writeStringProperty("text", turn.text());
    if (turn.correction() != null) {
      json.writeStringProperty("original", turn.correction().heard());
      json.writeStringProperty("correctedBy", turn.correction().author());
      json.writeStringProperty("correctedAt", turn.correction().at().toString());
    }
    json.writeArrayPropertyStart("words");
    turn.words().forEach(word -> write(json, word));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Word word) {
    json.writeStartObject();
    json.writeStringProperty("text", word.text());
    json.writeNumberProperty("beginMillis", word.begin().toMillis());
    json.writeNumberProperty("endMillis", word.end().toMillis());
    json.writeNumberProperty("confidence", word.confidence());
    json.writeEndObject();
  }
}
