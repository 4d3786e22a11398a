package com.aftercall.transcript.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.failure.PermanentException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectChatTest {

  @Test
  void messagesGoByTheRoleOfTheirSenderAndCountFromTheFirstEntry() throws Exception {
    try (var file = ConnectChatTest.class.getResourceAsStream("/transcript/chat-connect.json")) {
      var read = FinishedTranscripts.read(file.readAllBytes(), "chat-connect.json");

      assertThat(Said.timed(read))
          .containsExactly(
              List.of("My 3000-3000", "order 3000-3000", "is 3000-3000", "late 3000-3000", "!"),
              List.of("I'm 9250-9250", "sorry 9250-9250", "."),
              List.of("Well 12000-12000", "done 12000-12000"));
      assertThat(read.format()).isEqualTo("Amazon Connect chat");
      assertThat(read.audioChannels()).isFalse();
      assertThat(read.leftOut())
          .isEqualTo(
              Map.of(
                  "events", 3, "system messages", 2, "attachments", 1, "interactive messages", 1));
    }
  }

  @Test
  void chatWithOneSideOnlyStillKnowsTheOther() {
    var read =
        Said.read(
            """
            {"Transcript": [{"AbsoluteTime": "2026-03-12T10:04:00Z", "Type": "MESSAGE",
              "ParticipantRole": "CUSTOMER", "Content": "hello?"}]}
            """);

    assertThat(Said.texts(read)).containsExactly("hello ?", "");
  }

  @Test
  void messagesArePutInTheOrderInWhichTheyWereSent() {
    var read =
        Said.read(
            """
            {"Transcript": [
              {"AbsoluteTime": "2026-03-12T10:04:05Z", "Type": "MESSAGE",
               "ParticipantRole": "AGENT", "Content": "second"},
              {"AbsoluteTime": "2026-03-12T10:04:00Z", "Type": "MESSAGE",
               "ParticipantRole": "AGENT", "Content": "first"}]}
            """);

    assertThat(Said.timed(read))
        .containsExactly(List.of(), List.of("first 0-0", "second 5000-5000"));
  }

  @Test
  void messageWithoutContentIsNothing() {
    var read =
        Said.read(
            """
            {"Transcript": [{"AbsoluteTime": "2026-03-12T10:04:00Z", "Type": "MESSAGE",
              "ParticipantRole": "CUSTOMER", "Content": null}]}
            """);

    assertThat(Said.texts(read)).containsExactly("", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Transcript\": [{\"Content\": \"secret\"}]}",
        "{\"Transcript\": [{\"AbsoluteTime\": \"secret\"}]}",
        "{\"Transcript\": {\"Content\": \"secret\"}}",
        "{\"Transcript\": [{\"AbsoluteTime\": \"2026-03-12T10:04:00Z\", \"Content\": {\"a\":"
            + " \"secret\"}}]}"
      })
  void malformedChatIsRefused(String content) {
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> Said.read(content))
        .withMessageMatching("call\\.transcript, byte \\d+: .*")
        .withMessageNotContaining("secret")
        .withNoCause();
  }
}
