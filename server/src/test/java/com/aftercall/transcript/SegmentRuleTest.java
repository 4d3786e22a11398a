package com.aftercall.transcript;

import static com.aftercall.contact.Participant.AGENT;
import static com.aftercall.contact.Participant.CUSTOMER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.recording.AudioChannel;
import com.aftercall.recording.ChannelAssignment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SegmentRuleTest {

  private static final ChannelAssignment STEREO = new ChannelAssignment(false, 2);

  /** What the original's own functions made of invented items; see the file's note. */
  static Stream<Vector> vectors() {
    try (var file =
        SegmentRuleTest.class.getResourceAsStream("/transcript/reference-test-vectors.json")) {
      var cases = new ArrayList<Vector>();
      new JsonMapper().readTree(file).get("segments").forEach(node -> cases.add(new Vector(node)));
      assertThat(cases).hasSize(10);
      return cases.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void attachmentEqualsTheOriginalsToTheByte(Vector vector) {
    assertThat(attachment(vector.items()))
        .isEqualTo(vector.node().get("referenceAttachmentText").asString());
  }

  @Test
  void twoSecondsAreMeasuredInFloatingPointAsTheOriginalDid() {
    // In Python 4.4 - 2.4 is 2.0000000000000004 and 2.3 - 0.3 is 1.9999999999999998.
    assertThat(attachment(List.of(word("2.4", "2.5", "a"), word("4.4", "4.5", "b"))))
        .isEqualTo(
            "[{\"start_time\": 2.4, \"end_time\": 2.5, \"content\": \"a\"},"
                + " {\"start_time\": 4.4, \"end_time\": 4.5, \"content\": \"b\"}]");
    assertThat(attachment(List.of(word("0.3", "0.4", "a"), word("2.3", "2.4", "b"))))
        .isEqualTo("[{\"start_time\": 0.3, \"end_time\": 0.4, \"content\": \"a b\"}]");
  }

  @Test
  void everyOneOfTheFiveMarksSplits() {
    for (var mark : List.of(".", ",", "?", ":", "!")) {
      assertThat(
              SegmentRule.segments(
                  List.of(word("0", "0.1", "a"), new Punctuation(mark), word("0.2", "0.3", "b"))))
          .extracting(SegmentRule.Segment::content)
          .containsExactly("a" + mark, "b");
    }
  }

  @Test
  void markWithinTheWordItselfSplitsToo() {
    assertThat(SegmentRule.segments(List.of(word("0", "0.1", "a.m."), word("0.2", "0.3", "today"))))
        .extracting(SegmentRule.Segment::content)
        .containsExactly("a.m.", "today");
  }

  @Test
  void eachParticipantHasTheirOwnAttachment() {
    var channels =
        List.of(
            heard(0, List.of(word("0.1", "0.2", "late"))),
            heard(1, List.of(word("0.3", "0.4", "sorry"))));

    assertThat(SegmentRule.attachment(channels, STEREO, AGENT))
        .hasValueSatisfying(json -> assertThat(new String(json, UTF_8)).contains("\"sorry\""));
    assertThat(SegmentRule.attachment(channels, new ChannelAssignment(true, 2), AGENT))
        .hasValueSatisfying(json -> assertThat(new String(json, UTF_8)).contains("\"late\""));
  }

  @Test
  void noSegmentsMeansNoAttachment() {
    var nothing = List.of(heard(0, List.of(new Punctuation("."))), heard(1, List.of()));

    assertThat(SegmentRule.attachment(nothing, STEREO, CUSTOMER)).isEmpty();
    assertThat(SegmentRule.attachment(nothing, STEREO, AGENT)).isEmpty();
  }

  @Test
  void segmentKeepsItsTextOutOfLogs() {
    assertThat(new SegmentRule.Segment(0, 1, "secret")).hasToString("Segment[0.0 to 1.0]");
  }

  private static String attachment(List<TranscriptItem> items) {
    return SegmentRule.attachment(List.of(heard(0, items)), STEREO, CUSTOMER)
        .map(json -> new String(json, UTF_8))
        .orElse("[]");
  }

  private static ChannelTranscript heard(int channel, List<TranscriptItem> items) {
    return new ChannelTranscript(new AudioChannel(channel), items);
  }

  private static Word word(String start, String end, String text) {
    return new Word(text, seconds(start), seconds(end), 0.99);
  }

  private static Duration seconds(String seconds) {
    return Duration.ofNanos(new BigDecimal(seconds).movePointRight(9).longValueExact());
  }

  record Vector(JsonNode node) {

    List<TranscriptItem> items() {
      var items = new ArrayList<TranscriptItem>();
      node.get("items").forEach(item -> items.add(item(item)));
      return items;
    }

    private static TranscriptItem item(JsonNode item) {
      var best = item.get("alternatives").get(0);
      var text = best.get("content").asString();
      return item.has("start_time")
          ? new Word(
              text,
              seconds(item.get("start_time").asString()),
              seconds(item.get("end_time").asString()),
              Double.parseDouble(best.get("confidence").asString()))
          : new Punctuation(text);
    }

    @Override
    public String toString() {
      return node.get("case").asString();
    }
  }
}
