package com.aftercall.transcript;

import com.aftercall.contact.Participant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes turns as SRT or WebVTT. A subtitle has at most {@link #MAX_CHARACTERS} and {@link
 * #MAX_DURATION}, the usual limits of two lines and what can be read at a glance; it ends early
 * with a sentence that has filled half of it.
 */
final class Subtitles {

  static final int MAX_CHARACTERS = 84;
  static final Duration MAX_DURATION = Duration.ofSeconds(7);

  private static final Pattern MARKUP_IN_SRT =
      Pattern.compile("<(?=[/\\p{Alpha}])|&(?=(?:amp|lt|gt|nbsp|quot|apos|lrm|rlm|#\\w+);)");

  private Subtitles() {}

  static String srt(List<Turn> turns) {
    var named = turns.stream().anyMatch(turn -> turn.participant() != Participant.UNKNOWN);
    var text = new StringBuilder();
    var number = 1;
    for (var subtitle : cut(turns)) {
      text.append(number++)
          .append('\n')
          .append(subtitle.times(','))
          .append('\n')
          .append(named ? PlainText.name(subtitle.participant()) + ": " : "")
          .append(escapedForSrt(subtitle.text()))
          .append("\n\n");
    }
    return text.toString();
  }

  /** SRT knows no escapes, but readers take those of HTML; only what would be markup needs them. */
  private static String escapedForSrt(String text) {
    return MARKUP_IN_SRT
        .matcher(text)
        .replaceAll(found -> found.group().equals("<") ? "&lt;" : "&amp;")
        .replace("-->", "--&gt;");
  }

  static String webVtt(List<Turn> turns) {
    var text = new StringBuilder("WEBVTT\n\n");
    for (var subtitle : cut(turns)) {
      text.append(subtitle.times('.'))
          .append("\n<v ")
          .append(PlainText.name(subtitle.participant()))
          .append('>')
          .append(subtitle.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
          .append("\n\n");
    }
    return text.toString();
  }

  private static List<Subtitle> cut(List<Turn> turns) {
    var subtitles = new ArrayList<Subtitle>();
    for (var turn : turns) {
      var words = turn.words();
      if (words.isEmpty()) {
        subtitles.add(Subtitle.of(turn));
      }
      for (var first = 0; first < words.size(); ) {
        var next = end(words, first);
        subtitles.add(Subtitle.of(turn.participant(), words.subList(first, next)));
        first = next;
      }
    }
    subtitles.sort(Comparator.comparing(Subtitle::begin));
    return subtitles;
  }

  /** The first word that does not belong to the subtitle that begins with word {@code first}. */
  private static int end(List<Word> words, int first) {
    var latest = words.get(first).begin().plus(MAX_DURATION);
    var length = words.get(first).text().length();
    var next = first + 1;
    while (next < words.size()
        && length + 1 + words.get(next).text().length() <= MAX_CHARACTERS
        && words.get(next).end().compareTo(latest) <= 0
        && !(length >= MAX_CHARACTERS / 2 && SentenceEnd.isAfter(words.get(next - 1).text()))) {
      length += 1 + words.get(next).text().length();
      next++;
    }
    return next;
  }

  private record Subtitle(Participant participant, Duration begin, Duration end, String text) {

    /** A turn of which only the text is known. */
    static Subtitle of(Turn turn) {
      return new Subtitle(
          turn.participant(), turn.begin(), turn.end(), PlainText.oneLine(turn.text()));
    }

    static Subtitle of(Participant participant, List<Word> words) {
      var end = words.stream().map(Word::end).max(Comparator.naturalOrder()).orElseThrow();
      var text = String.join(" ", words.stream().map(Word::text).toList());
      return new Subtitle(participant, words.getFirst().begin(), end, PlainText.oneLine(text));
    }

    /** Both formats want the end after the begin, so a subtitle lasts a millisecond at least. */
    String times(char point) {
      var from = begin.toMillis();
      return time(from, point) + " --> " + time(Math.max(end.toMillis(), from + 1), point);
    }

    private static String time(long millis, char point) {
      return "%02d:%02d:%02d%c%03d"
          .formatted(
              millis / 3_600_000, millis / 60_000 % 60, millis / 1_000 % 60, point, millis % 1_000);
    }

    /** Leaves the words out. */
    @Override
    public String toString() {
      return "Subtitle[%s, %s to %s]".formatted(participant, begin, end);
    }
  }
}
