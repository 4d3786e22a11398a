package com.aftercall.transcript.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.LanguageCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactLensTurnsTest {

  @Test
  void turnsGoByTheRoleOfTheirParticipantWhereverItStands() {
    var read =
        Said.read(
            """
            {"Version": "VOICE-2022-11-30", "Channel": "VOICE", "LanguageCode": "en-US",
             "Transcript": [
               {"Id": "2", "ParticipantId": "f36a", "BeginOffsetMillis": 1000,
                "EndOffsetMillis": 2000, "Content": "Good day.", "Sentiment": "NEUTRAL",
                "LoudnessScore": [79.27, 81.1]},
               {"Id": "1", "ParticipantId": "e9b3", "BeginOffsetMillis": 0,
                "EndOffsetMillis": 90, "Content": "Okay", "Sentiment": "NEUTRAL",
                "LoudnessScore": [null]}],
             "Participants": [{"ParticipantId": "e9b3", "ParticipantRole": "CUSTOMER"},
                              {"ParticipantId": "f36a", "ParticipantRole": "AGENT"}]}
            """);

    assertThat(Said.timed(read))
        .containsExactly(List.of("Okay 0-90"), List.of("Good 1000-1500", "day 1500-2000", "."));
    assertThat(read.format()).isEqualTo("Amazon Connect Contact Lens");
    assertThat(read.language()).contains(new LanguageCode("en-US"));
    assertThat(read.audioChannels()).isFalse();
  }

  @Test
  void idOfTheParticipantIsTheRoleInOlderFiles() {
    var read =
        Said.read(
            """
            {"Transcript": [{"ParticipantId": "AGENT", "BeginOffsetMillis": 5,
              "EndOffsetMillis": 9, "Content": "Hi"}]}
            """);

    assertThat(Said.timed(read)).containsExactly(List.of(), List.of("Hi 5-9"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Transcript\": [{\"BeginOffsetMillis\": -1, \"Content\": \"secret\"}]}",
        "{\"Transcript\": [{\"BeginOffsetMillis\": 1.5, \"Content\": \"secret\"}]}",
        "{\"Transcript\": [{\"Content\": \"secret\", \"BeginOffsetMillis\": 9,"
            + " \"EndOffsetMillis\": 8}]}"
      })
  void timesThatCannotBeAreRefused(String content) {
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> Said.read(content))
        .withMessageMatching("call\\.transcript, byte \\d+: .*")
        .withMessageNotContaining("secret");
  }
}
