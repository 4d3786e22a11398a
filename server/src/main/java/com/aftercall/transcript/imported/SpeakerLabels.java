package com.aftercall.transcript.imported;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list {@code speaker_labels} of Amazon Transcribe: who speaks from when to when. Older jobs
 * name the speakers only here and not with the items.
 */
final class SpeakerLabels {

  private final Map<Times, String> speakers = new HashMap<>();

  boolean isEmpty() {
    return speakers.isEmpty();
  }

  /** Who spoke the word with exactly these times, or null if the list has none. */
  @Nullable String find(Duration begin, Duration end) {
    return speakers.get(new Times(begin, end));
  }

  /** At the value of {@code speaker_labels}. */
  void read(JsonCursor json) {
    json.object(
        name -> {
          if (name.equals("segments")) {
            json.array(() -> readSegment(json));
          } else {
            json.skip();
          }
        });
  }

  private void readSegment(JsonCursor json) {
    var segment = new Labeled();
    var words = new ArrayList<Labeled>();
    json.object(
        name -> {
          if (name.equals("items")) {
            json.array(() -> words.add(readLabeled(json)));
          } else {
            segment.read(name, json);
          }
        });
    words.forEach(word -> put(word, segment.speaker));
  }

  private static Labeled readLabeled(JsonCursor json) {
    var word = new Labeled();
    json.object(name -> word.read(name, json));
    return word;
  }

  /** A word without a label has that of its segment. */
  private void put(Labeled word, @Nullable String otherwise) {
    var speaker = word.speaker == null ? otherwise : word.speaker;
    if (word.begin != null && word.end != null && speaker != null) {
      speakers.put(new Times(word.begin, word.end), speaker);
    }
  }

  private record Times(Duration begin, Duration end) {}

  private static final class Labeled {
    private @Nullable Duration begin;
    private @Nullable Duration end;
    private @Nullable String speaker;

    void read(String name, JsonCursor json) {
      switch (name) {
        case "start_time" -> begin = json.seconds();
        case "end_time" -> end = json.seconds();
        case "speaker_label" -> speaker = json.text();
        default -> json.skip();
      }
    }
  }
}
