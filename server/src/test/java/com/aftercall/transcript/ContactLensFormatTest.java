package com.aftercall.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.transcript.ContactLensAnalysis.Curve;
import com.aftercall.transcript.ContactLensAnalysis.Highlight;
import com.aftercall.transcript.ContactLensAnalysis.Loudness;
import com.aftercall.transcript.ContactLensAnalysis.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContactLensFormatTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** After the example in the guide, with what is written about a call nowadays. */
  static final JsonNode PUBLISHED = file("contact-lens-published.json");

  private final JsonNode call = file("contact-lens-call.json");

  private static JsonNode file(String name) {
    try (var file = ContactLensFormatTest.class.getResourceAsStream("/transcript/" + name)) {
      return JSON.readTree(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void figuresAreThoseOfTheFile() {
    assertThat(ContactLensFormat.analysis(call))
        .usingRecursiveComparison()
        .isEqualTo(
            new ContactLensAnalysis(
                new Side(
                    BigDecimal.ZERO,
                    new BigDecimal("239"),
                    15_079L,
                    "[{\"BeginOffsetMillis\": 10710, \"DurationMillis\": 3790, \"EndOffsetMillis\": 14500}]",
                    List.of(),
                    new Loudness(40.06, 53.31, 66.56)),
                new Side(
                    new BigDecimal("3.1"),
                    new BigDecimal("163.5"),
                    13_619L,
                    null,
                    List.of(
                        new BigDecimal("-2.5"),
                        BigDecimal.ONE,
                        BigDecimal.TWO,
                        new BigDecimal("5")),
                    new Loudness(79.27, 79.27, 79.27)),
                Curve.S,
                1,
                1172L,
                28_698L,
                List.of("Cancellation", "Refund"),
                "{\"Cancellation\": {\"PointsOfInterest\": [{\"BeginOffsetMillis\": 7370, \"EndOffsetMillis\": 11190}]}, \"Refund\": {\"PointsOfInterest\": []}}",
                "Good day, my kettle is broken. We send you a new one, José.",
                List.of(new Highlight(Highlight.Kind.ISSUE, "CUSTOMER", 0, "my kettle is broken")),
                null));
  }

  @Test
  void allThatMattersIsKeptInTheOrderInWhichItWasSaid() {
    var analysis = ContactLensFormat.analysis(PUBLISHED);

    assertThat(analysis.highlights())
        .containsExactly(
            new Highlight(
                Highlight.Kind.ISSUE, "CUSTOMER", 4_400, "I would like to cancel my subscription"),
            new Highlight(
                Highlight.Kind.OUTCOME,
                "AGENT",
                15_720,
                "I have cancelled your subscription, Mr. Smith"),
            new Highlight(
                Highlight.Kind.ACTION_ITEM,
                "AGENT",
                15_720,
                "I will send you all the details later today"));
    assertThat(analysis.summary())
        .isEqualTo("The customer cancelled the subscription; the agent sends the details.");
    assertThat(analysis.agent().quarters())
        .containsExactly(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("2.5"));
  }

  @Test
  void offsetsThatDoNotFitTheTurnStandForAllOfIt() {
    var file =
        JSON.readTree(
            """
            {"Transcript": [{"Content": "Hello there", "IssuesDetected": [
                {"CharacterOffsets": {"BeginOffsetChar": 6, "EndOffsetChar": 12}},
                {"CharacterOffsets": {"BeginOffsetChar": 6, "EndOffsetChar": 11}}, {}]}]}
            """);

    assertThat(ContactLensFormat.analysis(file).highlights())
        .extracting(Highlight::text)
        .containsExactly("Hello there", "there", "Hello there");
  }

  @Test
  void whatWasStoredBeforeThereWereHighlightsIsRead() {
    var stored =
        """
        {"agent": {"sentiment": 1}, "customer": {}, "categories": ["Refund"], "fullText": "Hello"}
        """;

    var analysis = JSON.readValue(stored, ContactLensAnalysis.class);

    assertThat(analysis.highlights()).isEmpty();
    assertThat(analysis.agent().quarters()).isEmpty();
    assertThat(analysis.categories()).containsExactly("Refund");
  }

  @Test
  void whoeverMayNotReadTheTranscriptSeesFiguresAlone() {
    var seen = ContactLensFormat.analysis(PUBLISHED).withoutWords();

    assertThat(JSON.writeValueAsString(seen))
        .doesNotContain("subscription")
        .contains("Cancellation");
  }

  @Test
  void whatIsStoredIsReadBackAsItWas() {
    var analysis = ContactLensFormat.analysis(call);

    assertThat(JSON.readValue(JSON.writeValueAsString(analysis), ContactLensAnalysis.class))
        .isEqualTo(analysis);
  }

  @Test
  void turnsAreWrittenAsTheOriginalAttachedThem() {
    assertThat(ContactLensFormat.turns(call))
        .isEqualTo(
            "[{\"id\": \"t1\", \"participantId\": \"e9b36a6d\", \"beginOffsetMillis\": 0,"
                + " \"endOffsetMillis\": 2090, \"content\": \"Good day, my kettle is broken.\","
                + " \"sentiment\": \"NEGATIVE\", \"loudness_score\": [79.27, null],"
                + " \"issues_detected\": [{\"CharacterOffsets\": {\"BeginOffsetChar\": 10,"
                + " \"EndOffsetChar\": 29}}], \"participantRole\": \"CUSTOMER\"},"
                + " {\"id\": \"t2\", \"participantId\": \"f36a545d\", \"beginOffsetMillis\": 2160,"
                + " \"endOffsetMillis\": 4780, \"content\": \"We send you a new one, Jos\\u00e9.\","
                + " \"sentiment\": \"POSITIVE\", \"loudness_score\": [66.56, 40.06],"
                + " \"redaction\": {\"RedactedTimestamps\": [{\"BeginOffsetMillis\": 3290,"
                + " \"EndOffsetMillis\": 3620}]}, \"participantRole\": \"AGENT\"}]");
  }

  @Test
  void fileWithoutFiguresHasNone() {
    var empty = ContactLensFormat.analysis(JSON.readTree("{\"Transcript\": []}"));

    assertThat(empty)
        .isEqualTo(
            new ContactLensAnalysis(
                new Side(null, null, null, null, List.of(), null),
                new Side(null, null, null, null, List.of(), null),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                "",
                List.of(),
                null));
    assertThat(ContactLensFormat.turns(JSON.readTree("{\"Transcript\": []}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-2,-1,-1,0,S",
    "-2,0,-2,0,S",
    "-1.9,-1,-1,0,OTHER",
    "-2,-1,-1,-1,OTHER",
    "2,1,1,0,Z",
    "1.9,1,1,0,OTHER",
    "2,1,1,1,OTHER",
    "2,1,1,,",
  })
  void curveGoesByFirstQuarterMiddleAndLast(
      String first, String second, String third, @Nullable String last, @Nullable Curve expected) {
    var scores =
        "{\"Score\": %s}, {\"Score\": %s}, {\"Score\": %s}".formatted(first, second, third);
    var all = last == null ? scores : scores + ", {\"Score\": %s}".formatted(last);
    var file =
        JSON.readTree(
            """
            {"ConversationCharacteristics": {"Sentiment": {"SentimentByPeriod": {"QUARTER":
                {"CUSTOMER": [%s]}}}}}
            """
                .formatted(all));

    assertThat(ContactLensFormat.analysis(file).customerCurve()).isEqualTo(expected);
  }
}
