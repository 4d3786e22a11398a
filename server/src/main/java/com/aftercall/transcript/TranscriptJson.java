package com.aftercall.transcript;

import com.aftercall.recording.AudioChannel;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The form in which transcripts are stored: compact JSON that keeps every item and every
 * nanosecond.
 *
 * <pre>{@code
 * {"version":1,"channels":[{"channel":0,"items":[["Hello",100000000,400000000,0.99],[","]]}]}
 * }</pre>
 *
 * <p>A word is an array of text, begin and end in nanoseconds from the first sample, and
 * confidence; a mark is an array of its text alone.
 */
public final class TranscriptJson {

  private static final int VERSION = 1;
  private static final JsonFactory JSON = new JsonFactory();

  private TranscriptJson() {}

  /** The stored form; the same transcripts always give the same text. */
  public static String write(List<ChannelTranscript> channels) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeNumberProperty("version", VERSION);
      json.writeArrayPropertyStart("channels");
      channels.forEach(channel -> write(json, channel));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, ChannelTranscript channel) {
    json.writeStartObject();
    json.writeNumberProperty("channel", channel.channel().index());
    json.writeArrayPropertyStart("items");
    channel.items().forEach(item -> write(json, item));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, TranscriptItem item) {
    json.writeStartArray();
    json.writeString(item.text());
    if (item instanceof Word word) {
      json.writeNumber(word.begin().toNanos());
      json.writeNumber(word.end().toNanos());
      json.writeNumber(word.confidence());
    }
    json.writeEndArray();
  }

  /**
   * Reads what {@link #write} wrote, also after a database has put the names in another order.
   *
   * @throws IllegalArgumentException if it is anything else; the message has no text of it
   */
  public static List<ChannelTranscript> read(String stored) {
    try (var json = JSON.createParser(ObjectReadContext.empty(), stored)) {
      return readTranscripts(json);
    } catch (JacksonException broken) {
      // Jackson quotes what it read, and that is private: neither its message nor it is passed on.
      throw new IllegalArgumentException(
          "stored transcript is broken at character %d"
              .formatted(broken.getLocation() == null ? -1 : broken.getLocation().getCharOffset()));
    }
  }

  private static List<ChannelTranscript> readTranscripts(JsonParser json) {
    require(json, json.nextToken() == JsonToken.START_OBJECT);
    var channels = new ArrayList<ChannelTranscript>();
    var version = 0;
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "version" -> version = json.getIntValue();
        case "channels" -> readArray(json, () -> channels.add(readChannel(json)));
        default -> require(json, false);
      }
    }
    require(json, version == VERSION);
    return List.copyOf(channels);
  }

  private static ChannelTranscript readChannel(JsonParser json) {
    require(json, json.currentToken() == JsonToken.START_OBJECT);
    var items = new ArrayList<TranscriptItem>();
    var channel = -1;
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "channel" -> channel = json.getIntValue();
        case "items" -> readArray(json, () -> items.add(readItem(json)));
        default -> require(json, false);
      }
    }
    return new ChannelTranscript(new AudioChannel(channel), items);
  }

  private static TranscriptItem readItem(JsonParser json) {
    require(json, json.currentToken() == JsonToken.START_ARRAY);
    require(json, json.nextToken() == JsonToken.VALUE_STRING);
    var text = json.getString();
    if (json.nextToken() == JsonToken.END_ARRAY) {
      return new Punctuation(text);
    }
    var begin = Duration.ofNanos(json.getLongValue());
    json.nextToken();
    var end = Duration.ofNanos(json.getLongValue());
    json.nextToken();
    var word = new Word(text, begin, end, json.getDoubleValue());
    require(json, json.nextToken() == JsonToken.END_ARRAY);
    return word;
  }

  private static void readArray(JsonParser json, Runnable readElement) {
    require(json, json.currentToken() == JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      readElement.run();
    }
  }

  private static void require(JsonParser json, boolean asWritten) {
    if (!asWritten) {
      throw new IllegalArgumentException(
          "stored transcript has another form at character %d"
              .formatted(json.currentTokenLocation().getCharOffset()));
    }
  }
}
