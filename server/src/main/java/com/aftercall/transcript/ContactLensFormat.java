package com.aftercall.transcript;

import com.aftercall.transcript.ContactLensAnalysis.Curve;
import com.aftercall.transcript.ContactLensAnalysis.Highlight;
import com.aftercall.transcript.ContactLensAnalysis.Loudness;
import com.aftercall.transcript.ContactLensAnalysis.Side;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the figures of an output file of Contact Lens, {@code <contact id>_analysis_….json}, and
 * writes its turns as the original attached them.
 *
 * <p>Source: Amazon Connect Administrator Guide, "Example Contact Lens output files for a call".
 */
final class ContactLensFormat {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final BigDecimal ONE_STEP = BigDecimal.ONE;

  /** Names in the file, and those in the original's attachment, in its order. */
  private static final List<Map.Entry<String, String>> OF_A_TURN =
      List.of(
          Map.entry("Id", "id"),
          Map.entry("ParticipantId", "participantId"),
          Map.entry("BeginOffsetMillis", "beginOffsetMillis"),
          Map.entry("EndOffsetMillis", "endOffsetMillis"),
          Map.entry("Content", "content"),
          Map.entry("Sentiment", "sentiment"),
          Map.entry("LoudnessScore", "loudness_score"),
          Map.entry("IssuesDetected", "issues_detected"),
          Map.entry("Redaction", "redaction"));

  private ContactLensFormat() {}

  static ContactLensAnalysis analysis(JsonNode file) {
    var figures = file.path("ConversationCharacteristics");
    var matched = file.path("Categories");
    var details = matched.path("MatchedDetails");
    var roles = roles(file);
    return new ContactLensAnalysis(
        side(file, roles, "AGENT"),
        side(file, roles, "CUSTOMER"),
        curve(figures.at("/Sentiment/SentimentByPeriod/QUARTER/CUSTOMER")),
        integer(figures.at("/Interruptions/TotalCount")),
        millis(figures.at("/NonTalkTime/TotalTimeMillis")),
        millis(figures.at("/TalkTime/TotalTimeMillis")),
        matched.path("MatchedCategories").valueStream().map(JsonNode::asString).toList(),
        details.isObject() ? PythonJson.value(details) : null,
        file.path("Transcript")
            .valueStream()
            .map(turn -> turn.path("Content").asString(""))
            .collect(Collectors.joining(" ")),
        file.path("Transcript").valueStream().flatMap(turn -> highlights(turn, roles)).toList(),
        summaries(file)
            .map(summary -> summary.path("Content").asString(""))
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse(null));
  }

  /** The nodes whose {@code Content} is a summary of the call. */
  static Stream<JsonNode> summaries(JsonNode file) {
    return file.at("/ConversationCharacteristics/ContactSummary").valueStream();
  }

  private static Stream<Highlight> highlights(JsonNode turn, Map<String, String> roles) {
    return Stream.of(Highlight.Kind.values())
        .flatMap(
            kind ->
                turn.path(kind.member())
                    .valueStream()
                    .map(
                        found ->
                            new Highlight(
                                kind,
                                role(turn, roles),
                                turn.path("BeginOffsetMillis").asLong(0),
                                part(turn.path("Content").asString(""), found))))
        .filter(highlight -> !highlight.text().isBlank());
  }

  /** The part that the offsets name; the whole turn if they do not fit it. */
  static String part(String content, JsonNode found) {
    var begin = found.at("/CharacterOffsets/BeginOffsetChar").asInt(-1);
    var end = found.at("/CharacterOffsets/EndOffsetChar").asInt(-1);
    return begin >= 0 && begin < end && end <= content.length()
        ? content.substring(begin, end)
        : content;
  }

  private static String role(JsonNode turn, Map<String, String> roles) {
    var participant = turn.path("ParticipantId").asString("");
    return roles.getOrDefault(participant, participant);
  }

  private static @Nullable Loudness loudness(
      JsonNode file, Map<String, String> roles, String role) {
    var seconds =
        file.path("Transcript")
            .valueStream()
            .filter(turn -> role(turn, roles).equals(role))
            .flatMap(turn -> turn.path("LoudnessScore").valueStream())
            .filter(JsonNode::isNumber)
            .mapToDouble(JsonNode::doubleValue)
            .summaryStatistics();
    return seconds.getCount() == 0
        ? null
        : new Loudness(seconds.getMin(), seconds.getAverage(), seconds.getMax());
  }

  private static Map<String, String> roles(JsonNode file) {
    var roles = new HashMap<String, String>();
    for (var participant : file.path("Participants")) {
      roles.put(
          participant.path("ParticipantId").asString(""),
          participant.path("ParticipantRole").asString(""));
    }
    return roles;
  }

  private static Side side(JsonNode file, Map<String, String> roles, String role) {
    var figures = file.path("ConversationCharacteristics");
    var interruptions = figures.at("/Interruptions/InterruptionsByInterrupter/" + role);
    return new Side(
        number(figures.at("/Sentiment/OverallSentiment/" + role)),
        number(
            figures.at("/TalkSpeed/DetailsByParticipant/%s/AverageWordsPerMinute".formatted(role))),
        millis(figures.at("/TalkTime/DetailsByParticipant/%s/TotalTimeMillis".formatted(role))),
        interruptions.isArray() ? PythonJson.value(interruptions) : null,
        figures
            .at("/Sentiment/SentimentByPeriod/QUARTER/" + role)
            .valueStream()
            .map(quarter -> quarter.path("Score"))
            .filter(JsonNode::isNumber)
            .map(JsonNode::decimalValue)
            .toList(),
        loudness(file, roles, role));
  }

  /** The original's rule: first quarter, mean of the two in the middle, last quarter. */
  private static @Nullable Curve curve(JsonNode quarters) {
    var scores = quarters.valueStream().map(quarter -> number(quarter.path("Score"))).toList();
    if (scores.size() != 4) {
      return null;
    }
    var first = scores.get(0);
    var second = scores.get(1);
    var third = scores.get(2);
    var last = scores.get(3);
    if (first == null || second == null || third == null || last == null) {
      return null;
    }
    var middle = second.add(third).divide(BigDecimal.TWO);
    if (middle.subtract(first).compareTo(ONE_STEP) >= 0 && last.compareTo(middle) > 0) {
      return Curve.S;
    }
    if (first.subtract(middle).compareTo(ONE_STEP) >= 0 && last.compareTo(middle) < 0) {
      return Curve.Z;
    }
    return Curve.OTHER;
  }

  /** The turns as the original attached them; empty if there is none. */
  static String turns(JsonNode file) {
    var roles = roles(file);
    var turns = JSON.createArrayNode();
    file.path("Transcript").valueStream().map(turn -> turn(turn, roles)).forEach(turns::add);
    return turns.isEmpty() ? "" : PythonJson.value(turns);
  }

  private static ObjectNode turn(JsonNode turn, Map<String, String> roles) {
    var written = JSON.createObjectNode();
    OF_A_TURN.stream()
        .filter(name -> turn.has(name.getKey()))
        .forEach(name -> written.set(name.getValue(), turn.path(name.getKey())));
    var role = roles.get(turn.path("ParticipantId").asString(""));
    if (role != null) {
      written.put("participantRole", role);
    }
    return written;
  }

  private static @Nullable BigDecimal number(JsonNode node) {
    return node.isNumber() ? node.decimalValue() : null;
  }

  private static @Nullable Integer integer(JsonNode node) {
    return node.canConvertToInt() && node.isNumber() ? node.intValue() : null;
  }

  private static @Nullable Long millis(JsonNode node) {
    return node.isNumber() && node.canConvertToLong() ? node.longValue() : null;
  }
}
