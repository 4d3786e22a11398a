package com.aftercall.transcript.imported;

import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.TranscribeLanguages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The turns of a call in an output file of Contact Lens, {@code <contact id>_analysis_….json}.
 *
 * <p>Source: Amazon Connect Administrator Guide, "Example Contact Lens output files for a call".
 * Turns name a participant, whose role stands in {@code Participants}; in older files the
 * participant's id is the role. Words have no times of their own, so each has a share of its turn.
 */
final class ContactLensTurns {

  private static final int CUSTOMER = 0;
  private static final int AGENT = 1;
  private static final int OTHERS = 2;

  private final Map<String, String> roles = new HashMap<>();
  private final List<Turn> turns = new ArrayList<>();
  private Optional<LanguageCode> language = Optional.empty();

  private record Turn(String participant, long beginMillis, long endMillis, String text) {

    /** Leaves the text out. */
    @Override
    public String toString() {
      return "Turn[%d to %d]".formatted(beginMillis, endMillis);
    }
  }

  private static final class Participant {
    private String id = "";
    private String role = "";
  }

  boolean wasRead() {
    return !turns.isEmpty();
  }

  /** At the value of {@code LanguageCode}. */
  void readLanguage(JsonCursor json) {
    language = Optional.ofNullable(json.text()).flatMap(TranscribeLanguages::parse);
  }

  /** At the value of {@code Participants}. */
  void readParticipants(JsonCursor json) {
    json.array(
        () -> {
          var one = new Participant();
          json.object(
              name -> {
                switch (name) {
                  case "ParticipantId" -> one.id = orEmpty(json.text());
                  case "ParticipantRole" -> one.role = orEmpty(json.text());
                  default -> json.skip();
                }
              });
          roles.put(one.id, one.role);
        });
  }

  /** One turn; its end may be missing, as in a file that broke off. */
  void add(
      String participant,
      long beginMillis,
      @Nullable Long endMillis,
      String text,
      JsonCursor json) {
    var end = endMillis == null ? beginMillis : endMillis;
    if (beginMillis < 0 || end < beginMillis) {
      throw json.unreadable("a turn must begin at zero or later and end behind that");
    }
    turns.add(new Turn(participant, beginMillis, end, text));
  }

  FinishedTranscript transcript() {
    var lanes = new Lanes(OTHERS);
    turns.stream()
        .sorted(Comparator.comparingLong(Turn::beginMillis))
        .forEach(
            turn ->
                SpokenText.items(
                        turn.text(),
                        Duration.ofMillis(turn.beginMillis()),
                        Duration.ofMillis(turn.endMillis()))
                    .forEach(item -> lanes.add(channel(turn.participant()), item)));
    return new FinishedTranscript(
        "Amazon Connect Contact Lens", language, lanes.channels(), false, Map.of());
  }

  private int channel(String participant) {
    return switch (roles.getOrDefault(participant, participant)) {
      case "CUSTOMER" -> CUSTOMER;
      case "AGENT" -> AGENT;
      default -> OTHERS;
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
