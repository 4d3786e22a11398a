package com.aftercall.transcript.imported;

import com.aftercall.transcript.Punctuation;
import com.aftercall.transcript.TranscriptItem;
import com.aftercall.transcript.Word;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word or mark of Amazon Transcribe with its labels.
 *
 * @param channel such as {@code ch_0}
 * @param speaker such as {@code spk_0}
 */
record TranscribeItem(TranscriptItem item, @Nullable String channel, @Nullable String speaker) {

  /** Reads the item here and adds it, unless it has no text: then nothing was said. */
  static void readTo(List<TranscribeItem> items, JsonCursor json) {
    var parts = new Parts();
    json.object(name -> parts.read(name, json));
    var item = parts.item(json);
    if (item != null) {
      items.add(item);
    }
  }

  /** What is known of an item while it is read. */
  private static final class Parts {

    private @Nullable String type;
    private @Nullable Duration start;
    private @Nullable Duration end;
    private @Nullable String channel;
    private @Nullable String speaker;
    private String text = "";
    private double confidence = -1;

    void read(String name, JsonCursor json) {
      switch (name) {
        case "type" -> type = json.text();
        case "start_time" -> start = json.seconds();
        case "end_time" -> end = json.seconds();
        case "channel_label" -> channel = json.text();
        case "speaker_label" -> speaker = json.text();
        case "alternatives" -> json.array(() -> readAlternative(json));
        default -> json.skip();
      }
    }

    /** Keeps the one of highest confidence, of equal ones the first. */
    private void readAlternative(JsonCursor json) {
      var alternative = new Alternative();
      json.object(name -> alternative.read(name, json));
      if (alternative.confidence > confidence) {
        confidence = alternative.confidence;
        text = alternative.content;
      }
    }

    @Nullable TranscribeItem item(JsonCursor json) {
      if (text.isBlank()) {
        return null;
      }
      if ("punctuation".equals(type)) {
        return new TranscribeItem(new Punctuation(text), channel, speaker);
      }
      if (start == null || end == null) {
        throw json.unreadable("a word has no start_time or no end_time");
      }
      if (end.compareTo(start) < 0) {
        throw json.unreadable("a word ends before it begins");
      }
      return new TranscribeItem(new Word(text, start, end, confidence), channel, speaker);
    }
  }

  /**
   * A redacted word ({@code [PII]}) has the confidence of its redaction; without any confidence a
   * word counts as certain.
   */
  private static final class Alternative {

    private String content = "";
    private double confidence = 1;

    void read(String name, JsonCursor json) {
      switch (name) {
        case "content" -> {
          var text = json.text();
          content = text == null ? "" : text;
        }
        case "confidence" -> confidence = json.confidence(1);
        case "redactions" -> json.array(() -> json.object(part -> read(part, json)));
        default -> json.skip();
      }
    }
  }

  /** Leaves the text out. */
  @Override
  public String toString() {
    return "TranscribeItem[%s, %s]".formatted(channel, speaker);
  }
}
