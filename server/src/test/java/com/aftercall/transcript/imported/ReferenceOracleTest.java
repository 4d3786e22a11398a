package com.aftercall.transcript.imported;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.Participant;
import com.aftercall.transcript.SegmentRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Attachments of made-up results of Amazon Transcribe, of any shape, against the original's rule,
 * written down once more from its description and sharing no code with ours.
 */
class ReferenceOracleTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String[] WORDS = {
    "hello",
    "I'm",
    "für",
    "日本",
    "a\"b",
    "back\\slash",
    "😀",
    "e\u0301",
    "U.S.",
    "né",
    "x",
    "tab\tbed"
  };
  private static final String[] MARKS = {".", ",", "?", ":", "!", ";", "…", "-", "。"};

  @RepeatedTest(300)
  void attachmentsOfAnyTranscriptEqualTheOriginals(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var customer = items(random);
    var agent = items(random);
    var results = JSON.createObjectNode();
    var channels = results.putObject("results").putObject("channel_labels").putArray("channels");
    channels.addObject().put("channel_label", "ch_0").set("items", customer);
    channels.addObject().put("channel_label", "ch_1").set("items", agent);

    var read = FinishedTranscripts.read(results.toString().getBytes(UTF_8), "call.json");

    assertThat(attachment(read, Participant.CUSTOMER)).isEqualTo(original(customer));
    assertThat(attachment(read, Participant.AGENT)).isEqualTo(original(agent));
  }

  private static String attachment(FinishedTranscript read, Participant side) {
    return SegmentRule.attachment(read.channels(), read.assignment(false), side)
        .map(bytes -> new String(bytes, UTF_8))
        .orElse("");
  }

  private static ArrayNode items(Random random) {
    var items = JSON.createArrayNode();
    var time = random.nextInt(5_000);
    for (var i = random.nextInt(60); i > 0; i--) {
      if (random.nextInt(4) == 0) {
        add(
            items.addObject().put("type", "punctuation"),
            "0.0",
            MARKS[random.nextInt(MARKS.length)]);
        continue;
      }
      time += random.nextInt(random.nextInt(6) == 0 ? 4_000 : 600);
      var end = time + random.nextInt(800);
      var confidence = random.nextInt(8) == 0 ? "0.0" : "0." + (1 + random.nextInt(998));
      add(
          items
              .addObject()
              .put("type", "pronunciation")
              .put("start_time", seconds(time))
              .put("end_time", seconds(end)),
          confidence,
          WORDS[random.nextInt(WORDS.length)]);
    }
    return items;
  }

  private static void add(ObjectNode item, String confidence, String content) {
    item.putArray("alternatives").addObject().put("confidence", confidence).put("content", content);
  }

  private static String seconds(int millis) {
    return "%d.%03d".formatted(millis / 1000, millis % 1000).replaceFirst("(\\.\\d+?)0+$", "$1");
  }

  private record Part(double start, double end, StringBuilder text) {}

  /** The rule of {@code processTranscript}, then what {@code json.dumps} makes of it. */
  private static String original(ArrayNode items) {
    var parts = new ArrayList<Part>();
    for (var item : items) {
      var heard = item.path("alternatives").path(0);
      var content = heard.path("content").asString();
      var last = parts.isEmpty() ? null : parts.getLast();
      var open = last != null && !".,?:!".contains(last.text.substring(last.text.length() - 1));
      if (!item.has("start_time")) {
        if (item.path("type").asString().equals("punctuation") && last != null && open) {
          last.text.append(content);
        }
      } else if (Double.parseDouble(heard.path("confidence").asString()) > 0.0) {
        var start = Double.parseDouble(item.path("start_time").asString());
        if (last != null && open && start - last.start <= 2.0) {
          last.text.append(' ').append(content);
        } else {
          var end = Double.parseDouble(item.path("end_time").asString());
          parts.add(new Part(start, end, new StringBuilder(content)));
        }
      }
    }
    return dumped(parts);
  }

  private static String dumped(List<Part> parts) {
    var texts =
        parts.stream()
            .map(
                part ->
                    "{\"start_time\": "
                        + repr(part.start)
                        + ", \"end_time\": "
                        + repr(part.end)
                        + ", \"content\": "
                        + quoted(part.text.toString())
                        + "}")
            .toList();
    return texts.isEmpty() ? "" : "[" + String.join(", ", texts) + "]";
  }

  /** Times here have three decimals; only those below 0.0001 would need an exponent. */
  private static String repr(double seconds) {
    return seconds == 0
        ? "0.0"
        : new java.math.BigDecimal(Double.toString(seconds)).toPlainString();
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c == '\t') {
        quoted.append("\\t");
      } else if (c < 0x7f) {
        quoted.append(c);
      } else {
        quoted.append("\\u").append("%04x".formatted((int) c));
      }
    }
    return quoted.append('"').toString();
  }
}
