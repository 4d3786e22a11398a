package com.aftercall.search;

import com.aftercall.contact.Participant;
import java.util.List;
import java.util.Locale;

/**
 * What was said in one turn.
 *
 * @param participant by whom
 * @param beginMillis of the turn, from the first sample of the recording
 * @param text personal data, never logged
 */
record Line(Participant participant, long beginMillis, String text) {

  /** Puts the columns of {@code contact_content} together. */
  static List<Line> of(String[] participants, Long[] beginsMillis, String[] texts) {
    return java.util.stream.IntStream.range(0, texts.length)
        .mapToObj(
            i ->
                new Line(
                    Participant.valueOf(participants[i].toUpperCase(Locale.ROOT)),
                    beginsMillis[i],
                    texts[i]))
        .toList();
  }

  /** As the database and the API have it. */
  String side() {
    return participant.name().toLowerCase(Locale.ROOT);
  }

  /** Leaves the text out. */
  @Override
  public String toString() {
    return "Line[%s at %d ms]".formatted(participant, beginMillis);
  }
}
