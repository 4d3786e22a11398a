package com.aftercall.transcript.imported;

import com.aftercall.failure.PermanentException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Goes through a JSON file once, holding nothing of it, and knows where it is. */
final class JsonCursor {

  /** No exponents: Transcribe writes none, and a huge one would take for ever to read. */
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,18})?");

  private static final Pattern MILLIS = Pattern.compile("\\d{1,12}");

  private final JsonParser json;
  private final TranscriptFile file;

  JsonCursor(JsonParser json, TranscriptFile file) {
    this.json = json;
    this.file = file;
  }

  /** Moves to the first value. */
  void start() {
    json.nextToken();
  }

  /** Calls for each property of the object here, at its value, which must be read or skipped. */
  void object(Consumer<String> property) {
    if (isNull()) {
      return;
    }
    require(JsonToken.START_OBJECT, "an object");
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      property.accept(name);
    }
  }

  /** Calls at each element of the array here; none if it is null. */
  void array(Runnable element) {
    if (isNull()) {
      return;
    }
    require(JsonToken.START_ARRAY, "an array");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      element.run();
    }
  }

  /** Passes over the value here, whatever it is. */
  void skip() {
    json.skipChildren();
  }

  /** The text or number here as text, or null. */
  @Nullable String text() {
    if (isNull()) {
      return null;
    }
    if (!json.currentToken().isScalarValue()) {
      throw unreadable("a text was expected");
    }
    return json.getString();
  }

  /** The seconds here, as text or number, exact to the nanosecond; null if there is null. */
  @Nullable Duration seconds() {
    var text = text();
    if (text == null) {
      return null;
    }
    if (!SECONDS.matcher(text).matches()) {
      throw unreadable("a time must be a number of seconds such as 12.34");
    }
    var nanos = new BigDecimal(text).movePointRight(9).setScale(0, RoundingMode.HALF_UP);
    return Duration.ofNanos(nanos.longValueExact());
  }

  /** The whole milliseconds here, as text or number; null if there is null. */
  @Nullable Long millis() {
    var text = text();
    if (text == null) {
      return null;
    }
    if (!MILLIS.matcher(text).matches()) {
      throw unreadable("a time must be a whole number of milliseconds");
    }
    return Long.valueOf(text);
  }

  /** The number here, as text or number, in [0, 1]; {@code otherwise} if there is null. */
  double confidence(double otherwise) {
    var text = text();
    if (text == null) {
      return otherwise;
    }
    try {
      var confidence = Double.parseDouble(text);
      if (confidence >= 0 && confidence <= 1) {
        return confidence;
      }
    } catch (NumberFormatException noNumber) {
      // Falls through to the same message.
    }
    throw unreadable("a confidence must be a number from 0 to 1");
  }

  private boolean isNull() {
    return json.currentToken() == JsonToken.VALUE_NULL;
  }

  private void require(JsonToken token, String what) {
    if (json.currentToken() != token) {
      throw unreadable(what + " was expected");
    }
  }

  /** A failure at the place where this cursor is. */
  PermanentException unreadable(String what) {
    return file.unreadable(place(json.currentTokenLocation().getByteOffset()), what);
  }

  static String place(long byteOffset) {
    return byteOffset < 0 ? "at its end" : "byte " + byteOffset;
  }
}
