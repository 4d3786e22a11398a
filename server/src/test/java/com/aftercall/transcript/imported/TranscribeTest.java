package com.aftercall.transcript.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.Word;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscribeTest {

  @Test
  void channelsGoByTheirLabelsAndNotByTheirPlace() {
    var read =
        Said.read(
            """
            {"jobName": "j", "accountId": "1", "status": "COMPLETED", "results": {
              "transcripts": [{"transcript": "ignored"}],
              "language_code": "en-GB",
              "channel_labels": {"number_of_channels": 2, "channels": [
                {"channel_label": "ch_1", "items": [%s, %s]},
                {"items": [%s], "channel_label": "ch_0"}]},
              "items": [%s]}}
            """
                .formatted(
                    word("1.5", "2.0", "agent"),
                    mark("."),
                    word("0.1", "0.4", "customer"),
                    word("9.0", "9.1", "twice")));

    assertThat(Said.timed(read))
        .containsExactly(List.of("customer 100-400"), List.of("agent 1500-2000", "."));
    assertThat(read.language()).contains(new LanguageCode("en-GB"));
    assertThat(read.audioChannels()).isTrue();
    assertThat(read.format()).isEqualTo("Amazon Transcribe, by channel");
    assertThat(read.assignment(true).swapped()).isTrue();
  }

  @Test
  void channelWithoutWordsIsThereAndEmpty() {
    var read =
        Said.read(
            """
            {"results": {"channel_labels": {"channels": [
              {"channel_label": "ch_0", "items": []},
              {"channel_label": "ch_1", "items": [%s]}]}}}
            """
                .formatted(word("0.1", "0.2", "hello")));

    assertThat(Said.texts(read)).containsExactly("", "hello");
  }

  @Test
  void channelsWithoutLabelsGoByTheirPlace() {
    var read =
        Said.read(
            """
            {"results": {"channel_labels": {"channels": [{"items": [%s]}, {"items": [%s]}]}}}
            """
                .formatted(word("0.1", "0.2", "left"), word("0.1", "0.2", "right")));

    assertThat(Said.texts(read)).containsExactly("left", "right");
  }

  @Test
  void itemsInOneListGoByTheirChannelLabels() {
    var read =
        Said.read(
            """
            {"results": {"items": [%s, %s, %s]}}
            """
                .formatted(
                    labeled("channel_label", "ch_1", "0.1", "0.2", "agent"),
                    mark("!"),
                    labeled("channel_label", "ch_0", "0.3", "0.4", "customer")));

    assertThat(Said.texts(read)).containsExactly("customer", "agent !");
  }

  @Test
  void firstSpeakerIsTheAgentAndTheSecondTheCustomer() {
    var read =
        Said.read(
            """
            {"results": {"items": [%s, %s, %s, %s, %s]}}
            """
                .formatted(
                    mark("…"),
                    labeled("speaker_label", "spk_1", "0.1", "0.2", "welcome"),
                    mark("."),
                    labeled("speaker_label", "spk_0", "0.3", "0.4", "thanks"),
                    labeled("speaker_label", "spk_2", "0.5", "0.6", "hm")));

    assertThat(Said.texts(read)).containsExactly("thanks", "… welcome .", "hm");
    assertThat(read.audioChannels()).isFalse();
    assertThat(read.format()).isEqualTo("Amazon Transcribe, by speaker");
    assertThat(read.assignment(true).swapped()).isFalse();
  }

  @Test
  void speakersOfOlderJobsAreFoundByTheTimesOfTheirWords() {
    var read =
        Said.read(
            """
            {"results": {
              "speaker_labels": {"channel_label": "ch_0", "speakers": 2, "segments": [
                {"start_time": "0.1", "end_time": "0.2", "speaker_label": "spk_0", "items": [
                  {"start_time": "0.10", "end_time": "0.2", "speaker_label": "spk_0"}]},
                {"start_time": "0.3", "end_time": "0.6", "items": [
                  {"start_time": "0.3", "end_time": "0.4"}], "speaker_label": "spk_1"}]},
              "items": [%s, %s, %s, %s]}}
            """
                .formatted(
                    word("0.1", "0.2", "welcome"),
                    mark("."),
                    word("0.3", "0.4", "thanks"),
                    word("0.5", "0.6", "unclaimed")));

    assertThat(Said.texts(read)).containsExactly("thanks unclaimed", "welcome .");
  }

  @Test
  void singleSpeakerIsNobodyKnown() {
    var read =
        Said.read(
            """
            {"results": {"items": [%s]}}
            """
                .formatted(labeled("speaker_label", "spk_0", "0.1", "0.2", "voicemail")));

    assertThat(read.assignment(false).channels()).isEqualTo(1);
  }

  @Test
  void withoutLabelsAllIsOneChannel() {
    var read = Said.read("{\"results\": {\"items\": [%s]}}".formatted(word("0.1", "0.2", "hi")));

    assertThat(Said.texts(read)).containsExactly("hi");
    assertThat(read.format()).isEqualTo("Amazon Transcribe, one channel");
  }

  @Test
  void alternativeOfHighestConfidenceIsTakenAndOfEqualOnesTheFirst() {
    var read =
        Said.read(
            """
            {"results": {"items": [{"type": "pronunciation", "start_time": "1", "end_time": "2",
              "alternatives": [{"confidence": "0.2", "content": "bad"},
                {"confidence": 0.7, "content": "best"},
                {"confidence": "0.70", "content": "late"}]}]}}
            """);

    assertThat(read.channels().getFirst().items())
        .containsExactly(new Word("best", Duration.ofSeconds(1), Duration.ofSeconds(2), 0.7));
  }

  @Test
  void wordOfConfidenceZeroIsKept() {
    var read = Said.read("{\"results\": {\"items\": [%s]}}".formatted(word("0", "1", "um", "0.0")));

    assertThat(Said.texts(read)).containsExactly("um");
  }

  @Test
  void redactedWordHasTheConfidenceOfItsRedaction() {
    var read =
        Said.read(
            """
            {"results": {"items": [{"type": "pronunciation", "start_time": "1", "end_time": "2",
              "alternatives": [{"content": "[PII]",
                "redactions": [{"category": "PII", "confidence": "0.4"}]}]}]}}
            """);

    assertThat(read.channels().getFirst().items())
        .containsExactly(new Word("[PII]", Duration.ofSeconds(1), Duration.ofSeconds(2), 0.4));
  }

  @Test
  void timesAreExactToTheNanosecond() {
    var read =
        Said.read("{\"results\":{\"items\":[%s]}}".formatted(word("0.1", "3599.123456789", "x")));

    assertThat(read.channels().getFirst().items())
        .containsExactly(
            new Word("x", Duration.ofMillis(100), Duration.ofNanos(3_599_123_456_789L), 0.99));
  }

  @Test
  void finerTimesAreRounded() {
    var read =
        Said.read("{\"results\":{\"items\":[%s]}}".formatted(word("0.1000000004", "1", "x")));

    assertThat(read.channels().getFirst().items())
        .containsExactly(new Word("x", Duration.ofMillis(100), Duration.ofSeconds(1), 0.99));
  }

  @Test
  void ofSeveralLanguagesTheOneSpokenLongestCounts() {
    var read =
        Said.read(
            """
            {"results": {"language_codes": [
              {"language_code": "en-US", "duration_in_seconds": 4.5},
              {"duration_in_seconds": 31.25, "language_code": "es-US"},
              {"language_code": "fr-FR", "duration_in_seconds": 31.25}], "items": []}}
            """);

    assertThat(read.language()).contains(new LanguageCode("es-US"));
  }

  @Test
  void languageThatTranscribeDoesNotKnowIsLeftOut() {
    assertThat(Said.read("{\"results\":{\"language_code\":\"xx\",\"items\":[]}}").language())
        .isEmpty();
  }

  @Test
  void whatADatabaseCannotStoreIsReplaced() {
    var read =
        Said.read(
            "{\"results\":{\"items\":[%s]}}"
                .formatted(word("0", "1", "a\\u0000\\ud83d\\ude00\\ud83d")));

    assertThat(Said.texts(read)).containsExactly("a\uFFFD😀\uFFFD");
  }

  @Test
  void itemWithoutTextIsNothing() {
    assertThat(
            Said.texts(Said.read("{\"results\":{\"items\":[%s]}}".formatted(word("0", "1", " ")))))
        .containsExactly("");
    assertThat(Said.texts(Said.read("{\"results\":{\"items\":null}}"))).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"results\":[]}",
        "{\"results\":{\"items\":{}}}",
        "{\"results\":{\"items\":[\"secret\"]}}",
        "{\"results\":{\"items\":[{\"alternatives\":[{\"content\":\"secret\"}]}]}}",
        "{\"results\":{\"items\":[{\"start_time\":\"2\",\"end_time\":\"1\",\"alternatives\":[{\"content\":\"secret\"}]}]}}",
        "{\"results\":{\"items\":[{\"start_time\":\"-1\"}]}}",
        "{\"results\":{\"items\":[{\"start_time\":\"1e999999999\"}]}}",
        "{\"results\":{\"items\":[{\"start_time\":\"secret\"}]}}",
        "{\"results\":{\"items\":[{\"start_time\":{}}]}}",
        "{\"results\":{\"items\":[{\"alternatives\":[{\"confidence\":\"secret\"}]}]}}",
        "{\"results\":{\"items\":[{\"alternatives\":[{\"confidence\":\"NaN\"}]}]}}",
        "{\"results\":{\"items\":[{\"alternatives\":[{\"confidence\":1.01}]}]}}",
        "{\"results\":{\"channel_labels\":{\"channels\":[{\"channel_label\":\"secret\"}]}}}",
        "{\"results\":{\"items\":[{\"alternatives\":[{\"content\":\"secret",
        "{\"results\":{\"items\":[{\"alternatives\":[{\"content\":secret}]}]}}",
        "{\"secret\":1}",
        "{",
      })
  void malformedFileIsRefusedWithThePlaceAndWithoutItsWords(String content) {
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> Said.read(content))
        .withNoCause()
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo(FailureCode.TRANSCRIPT_UNREADABLE);
              assertThat(refused.getMessage())
                  .matches("call\\.transcript, (byte \\d+|at its end): .+\\. Mend the file .*")
                  .doesNotContain("secret");
            });
  }

  @Test
  void placeOfAFaultIsItsByte() {
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> Said.read("{\"results\":{\"items\":[{\"start_time\":\"x\"}]}}"))
        .withMessage(
            "call.transcript, byte 35: a time must be a number of seconds such as 12.34."
                + " Mend the file or take it away, then retry the transcript.");
  }

  private static String word(String start, String end, String text) {
    return word(start, end, text, "0.99");
  }

  private static String word(String start, String end, String text, String confidence) {
    return """
    {"type": "pronunciation", "start_time": "%s", "end_time": "%s",
     "alternatives": [{"confidence": "%s", "content": "%s"}]}\
    """
        .formatted(start, end, confidence, text);
  }

  private static String labeled(String label, String value, String start, String end, String text) {
    return "{\"%s\": \"%s\", ".formatted(label, value) + word(start, end, text).substring(1);
  }

  private static String mark(String text) {
    return """
    {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": "%s"}]}\
    """
        .formatted(text);
  }
}
