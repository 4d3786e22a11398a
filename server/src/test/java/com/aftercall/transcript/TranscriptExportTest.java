package com.aftercall.transcript;

import static com.aftercall.contact.Participant.AGENT;
import static com.aftercall.contact.Participant.CUSTOMER;
import static com.aftercall.contact.Participant.UNKNOWN;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.aftercall.contact.Participant;
import com.aftercall.recording.ChannelAssignment;
import com.aftercall.transcript.imported.FinishedTranscripts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptExportTest {

  private static final Turn GREETING =
      turn(AGENT, word(100, 400, "Hello,"), word(500, 800, "how"), word(800, 1_234, "are you?"));
  private static final Turn COMPLAINT =
      turn(CUSTOMER, word(3_723_004, 3_723_500, "It's"), word(3_723_500, 3_724_000, "late!"));

  @Test
  void textHasALineForEachTurn() {
    assertThat(TranscriptExport.TEXT.write(List.of(GREETING, COMPLAINT)))
        .isEqualTo("[00:00:00] Agent: Hello, how are you?\n[01:02:03] Customer: It's late!\n");
  }

  @Test
  void srtNumbersItsSubtitlesAndNamesTheSpeaker() {
    assertThat(TranscriptExport.SRT.write(List.of(GREETING, COMPLAINT)))
        .isEqualTo(
            """
            1
            00:00:00,100 --> 00:00:01,234
            Agent: Hello, how are you?

            2
            01:02:03,004 --> 01:02:04,000
            Customer: It's late!

            """);
  }

  @Test
  void srtOfOneChannelNamesNobody() {
    assertThat(TranscriptExport.SRT.write(List.of(turn(UNKNOWN, word(0, 100, "hi")))))
        .isEqualTo("1\n00:00:00,000 --> 00:00:00,100\nhi\n\n");
  }

  @Test
  void webVttHasTheSpeakerAsVoice() {
    assertThat(TranscriptExport.WEBVTT.write(List.of(GREETING, COMPLAINT)))
        .isEqualTo(
            """
            WEBVTT

            00:00:00.100 --> 00:00:01.234
            <v Agent>Hello, how are you?

            01:02:03.004 --> 01:02:04.000
            <v Customer>It's late!

            """);
  }

  @Test
  void markupInWordsIsEscaped() {
    var turn = turn(CUSTOMER, word(0, 100, "a<b>"), word(100, 200, "&lt;"), word(200, 300, "-->"));

    assertThat(TranscriptExport.WEBVTT.write(List.of(turn)))
        .contains("<v Customer>a&lt;b&gt; &amp;lt; --&gt;\n");
    assertThat(TranscriptExport.SRT.write(List.of(turn)))
        .contains("Customer: a&lt;b> &amp;lt; --&gt;\n");
  }

  @Test
  void srtLeavesHarmlessSignsAlone() {
    var turn = turn(UNKNOWN, word(0, 100, "AT&T"), word(100, 200, "2"), word(200, 300, "<"));

    assertThat(TranscriptExport.SRT.write(List.of(turn))).contains("\nAT&T 2 <\n");
  }

  @Test
  void lineBreakInAWordDoesNotEndTheSubtitle() {
    var turn = turn(UNKNOWN, word(0, 100, "a\n\nb\r\u2028c"));

    assertThat(TranscriptExport.SRT.write(List.of(turn))).endsWith("\na b c\n\n");
    assertThat(TranscriptExport.TEXT.write(List.of(turn))).isEqualTo("[00:00:00] Unknown: a b c\n");
  }

  @Test
  void subtitleLastsAMillisecondAtLeast() {
    var turn = turn(UNKNOWN, new Word("hi", ofMillis(5), ofMillis(5), 1));

    assertThat(TranscriptExport.WEBVTT.write(List.of(turn)))
        .contains("00:00:00.005 --> 00:00:00.006");
  }

  @Test
  void longTurnBecomesSubtitlesOfTwoLinesAtMost() {
    var words = new ArrayList<Word>();
    for (var i = 0; i < 10; i++) {
      words.add(word(i * 100, i * 100 + 100, "tencharact")); // seven of them and blanks: 76
    }

    assertThat(texts(turn(UNKNOWN, words.toArray(Word[]::new))))
        .extracting(String::length)
        .containsExactly(76, 32);
  }

  @Test
  void subtitleOfExactlyEightyFourCharactersIsOne() {
    assertThat(texts(turn(UNKNOWN, word(0, 1, "a".repeat(80)), word(1, 2, "bbb")))).hasSize(1);
    assertThat(texts(turn(UNKNOWN, word(0, 1, "a".repeat(80)), word(1, 2, "bbbb")))).hasSize(2);
  }

  @Test
  void subtitleLastsSevenSecondsAtMost() {
    assertThat(texts(turn(UNKNOWN, word(1_000, 2_000, "a"), word(7_000, 8_000, "b")))).hasSize(1);
    assertThat(texts(turn(UNKNOWN, word(1_000, 2_000, "a"), word(7_000, 8_001, "b")))).hasSize(2);
  }

  @Test
  void subtitleEndsWithASentenceThatHasFilledHalfOfIt() {
    var half = "a".repeat(41) + "."; // 42 of 84

    assertThat(texts(turn(UNKNOWN, word(0, 1, half), word(1, 2, "b")))).containsExactly(half, "b");
    assertThat(texts(turn(UNKNOWN, word(0, 1, half.substring(1)), word(1, 2, "b")))).hasSize(1);
  }

  @Test
  void subtitlesOfTurnsThatOverlapComeByTime() {
    var agent = turn(AGENT, word(0, 1_000, "first"), word(7_500, 8_000, "third"));
    var customer = turn(CUSTOMER, word(5_000, 6_000, "second"));

    assertThat(TranscriptExport.WEBVTT.write(List.of(agent, customer)).lines())
        .filteredOn(line -> line.startsWith("<v"))
        .containsExactly("<v Agent>first", "<v Customer>second", "<v Agent>third");
  }

  @Test
  void turnWithoutWordsKeepsItsTextInSubtitles() {
    assertThat(texts(new Turn(UNKNOWN, ofMillis(0), ofMillis(1), "only text", List.of())))
        .containsExactly("only text");
  }

  @Test
  void csvHasSecondsAndTheMeanConfidence() {
    var turn =
        turn(
            CUSTOMER,
            new Word("I,", ofMillis(1), ofMillis(2), 0.5),
            new Word("\"well\"", ofMillis(2), ofMillis(61_250), 0.25));

    assertThat(TranscriptExport.CSV.write(List.of(turn, GREETING)))
        .isEqualTo(
            "participant,begin,end,text,confidence\r\n"
                + "customer,0.001,61.250,\"I, \"\"well\"\"\",0.375\r\n"
                + "agent,0.100,1.234,\"Hello, how are you?\",0.900\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx"})
  void csvCellIsNeverAFormula(String text) {
    var turn = new Turn(UNKNOWN, Duration.ZERO, ofMillis(1), text, List.of());

    assertThat(TranscriptExport.CSV.write(List.of(turn)))
        .containsPattern(",\"?'" + Pattern.quote(text));
  }

  @Test
  void jsonHasTheShapeOfTheApi() {
    assertThat(TranscriptExport.JSON.write(List.of(turn(CUSTOMER, word(1, 2, "\"hé\"")))))
        .isEqualTo(
            """
            {"turns":[{"participant":"customer","beginMillis":1,"endMillis":2,"text":"\\"hé\\"",\
            "words":[{"text":"\\"hé\\"","beginMillis":1,"endMillis":2,"confidence":0.9}]}]}""");
  }

  @ParameterizedTest
  @EnumSource(TranscriptExport.class)
  void noTurnsMakeAValidFileWithoutAny(TranscriptExport format) {
    assertThat(format.write(List.of()))
        .isEqualTo(
            switch (format) {
              case TEXT, SRT -> "";
              case WEBVTT -> "WEBVTT\n\n";
              case CSV -> "participant,begin,end,text,confidence\r\n";
              case JSON -> "{\"turns\":[]}";
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"SRT", "WEBVTT"})
  void subtitlesComeBackWithTheSameWordsOfTheSameParticipants(TranscriptExport format) {
    var strange =
        turn(
            CUSTOMER,
            word(2_000, 3_000, "¿Qué?"),
            word(3_000, 3_100, "a<b>"),
            word(3_100, 3_200, "&amp;"),
            word(3_200, 3_300, "AT&T"),
            word(3_300, 3_400, "--"),
            word(3_400, 3_500, "-->"),
            word(3_500, 3_600, "e.g.,"),
            word(3_600, 3_700, "..."),
            word(3_700, 3_800, "(yes)!?"),
            word(3_800, 3_900, "😀"));
    var written = List.of(GREETING, strange, COMPLAINT);

    var read =
        FinishedTranscripts.read(
            format.write(written).getBytes(StandardCharsets.UTF_8), "export." + format.extension());
    var turns = TurnAssembler.assemble(read.channels(), read.assignment(false));

    assertThat(turns)
        .extracting(Turn::participant, Turn::text, Turn::begin, Turn::end)
        .containsExactlyElementsOf(
            written.stream()
                .map(turn -> tuple(turn.participant(), turn.text(), turn.begin(), turn.end()))
                .toList());
    assertThat(read.assignment(false)).isEqualTo(new ChannelAssignment(false, 2));
  }

  private static List<String> texts(Turn turn) {
    return TranscriptExport.SRT
        .write(List.of(turn))
        .lines()
        .filter(line -> line.matches(".*[a-z].*"))
        .toList();
  }

  private static Turn turn(Participant participant, Word... words) {
    var text = String.join(" ", List.of(words).stream().map(Word::text).toList());
    return new Turn(
        participant, words[0].begin(), words[words.length - 1].end(), text, List.of(words));
  }

  private static Word word(int beginMillis, int endMillis, String text) {
    return new Word(text, ofMillis(beginMillis), ofMillis(endMillis), 0.9);
  }
}
