package com.aftercall.transcript.imported;

import com.aftercall.transcript.ChannelTranscript;
import com.aftercall.transcript.Punctuation;
import com.aftercall.transcript.TranscriptItem;
import com.aftercall.transcript.Word;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads transcripts in tests and says what is in them, short enough to compare. */
final class Said {

  private Said() {}

  static FinishedTranscript read(String content) {
    return FinishedTranscripts.read(content.getBytes(StandardCharsets.UTF_8), "call.transcript");
  }

  /** Each channel as a list of {@code text begin-end} in milliseconds; marks as they are. */
  static List<List<String>> timed(FinishedTranscript transcript) {
    return transcript.channels().stream()
        .map(ChannelTranscript::items)
        .map(items -> items.stream().map(Said::timed).toList())
        .toList();
  }

  /** Each channel as one text, items joined by blanks. */
  static List<String> texts(FinishedTranscript transcript) {
    return transcript.channels().stream()
        .map(heard -> String.join(" ", heard.items().stream().map(TranscriptItem::text).toList()))
        .toList();
  }

  private static String timed(TranscriptItem item) {
    return switch (item) {
      case Word word ->
          "%s %d-%d".formatted(word.text(), word.begin().toMillis(), word.end().toMillis());
      case Punctuation mark -> mark.text();
    };
  }
}
