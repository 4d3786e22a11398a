package com.aftercall.transcript;

import com.aftercall.contact.Participant;
import com.aftercall.recording.ChannelAssignment;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rule by which the original cut transcripts into segments, kept exact to the byte, faults
 * included, for those who read its attachments {@code CustomerTranscripts.json} and {@code
 * AgentTranscripts.json}. Our own view of the same words is {@link TurnAssembler}.
 *
 * <p>Source: {@code processTranscript} in {@code sfComprehendUtil.py} of
 * amazon-connect-salesforce-lambda v5.26. Its known faults: a segment ends with its <em>first</em>
 * word, commas split, words of confidence 0 are dropped, and so are marks that follow nothing or
 * another mark.
 */
public final class SegmentRule {

  private static final String SPLITTING_MARKS = ".,?:!";
  private static final double MAX_SECONDS = 2.0;

  private SegmentRule() {}

  /**
   * The attachment of one participant: a JSON array in the style of Python's {@code json.dumps}, as
   * UTF-8. Empty if there is no segment, since the original attached nothing then.
   *
   * @param participant whose channels are taken; if there are several, one after the other
   */
  public static Optional<byte[]> attachment(
      List<ChannelTranscript> channels, ChannelAssignment assignment, Participant participant) {
    var segments =
        channels.stream()
            .filter(heard -> assignment.participantOf(heard.channel()) == participant)
            .flatMap(heard -> segments(heard.items()).stream())
            .toList();
    return segments.isEmpty()
        ? Optional.empty()
        : Optional.of(json(segments).getBytes(StandardCharsets.UTF_8));
  }

  static List<Segment> segments(List<TranscriptItem> items) {
    var segments = new ArrayList<Segment>();
    for (var item : items) {
      switch (item) {
        case Word word -> add(segments, word);
        case Punctuation mark -> add(segments, mark);
      }
    }
    return segments;
  }

  private static void add(List<Segment> segments, Word word) {
    if (word.confidence() == 0) {
      return;
    }
    var start = seconds(word.begin());
    if (!segments.isEmpty() && segments.getLast().takes(start)) {
      segments.add(segments.removeLast().append(" " + word.text()));
    } else {
      segments.add(new Segment(start, seconds(word.end()), word.text()));
    }
  }

  private static void add(List<Segment> segments, Punctuation mark) {
    if (!segments.isEmpty() && !segments.getLast().isClosed()) {
      segments.add(segments.removeLast().append(mark.text()));
    }
  }

  static String json(List<Segment> segments) {
    return segments.stream().map(Segment::json).collect(Collectors.joining(", ", "[", "]"));
  }

  private static double seconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).doubleValue();
  }

  /**
   * Seconds are binary floating point here, against our habit: the original subtracted such
   * numbers, so a word at 4.4 s is more than 2.0 s after one at 2.4 s.
   */
  record Segment(double startSeconds, double endSeconds, String content) {

    boolean isClosed() {
      return SPLITTING_MARKS.indexOf(content.charAt(content.length() - 1)) >= 0;
    }

    boolean takes(double wordStartSeconds) {
      return wordStartSeconds - startSeconds <= MAX_SECONDS && !isClosed();
    }

    Segment append(String text) {
      return new Segment(startSeconds, endSeconds, content + text);
    }

    String json() {
      return "{\"start_time\": %s, \"end_time\": %s, \"content\": %s}"
          .formatted(
              PythonJson.number(startSeconds),
              PythonJson.number(endSeconds),
              PythonJson.string(content));
    }

    /** Leaves the words out. */
    @Override
    public String toString() {
      return "Segment[%s to %s]".formatted(startSeconds, endSeconds);
    }
  }
}
