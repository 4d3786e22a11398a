package com.aftercall.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.aftercall.contact.Participant;
import com.aftercall.recording.AudioChannel;
import com.aftercall.recording.ChannelAssignment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorrectionTest {

  private static final Instant NOW = Instant.parse("2026-03-12T10:04:11Z");
  private static final Duration BEGIN = Duration.ofSeconds(1);

  private static ChannelTranscript hello(int channel, String text) {
    return new ChannelTranscript(
        new AudioChannel(channel), List.of(new Word(text, BEGIN, Duration.ofSeconds(2), 0.5)));
  }

  private static Correction correction(int channel, String heard, String text) {
    return new Correction(channel, BEGIN, heard, text, "ann", NOW);
  }

  private static StoredTranscript transcript(
      boolean swapped, List<ChannelTranscript> channels, Correction... corrections) {
    return new StoredTranscript(
        "engine",
        StoredTranscript.Quality.GOOD,
        null,
        Optional.empty(),
        channels,
        true,
        new ChannelAssignment(swapped, 2),
        List.of(corrections));
  }

  private static final List<ChannelTranscript> BOTH =
      List.of(hello(0, "Yellow"), hello(1, "Yellow"));

  @Test
  void correctionIsOfOneChannelAndFollowsASwap() {
    var correction = correction(1, "Yellow", "Hello");

    assertThat(transcript(false, BOTH, correction).turns())
        .extracting(Turn::participant, Turn::text)
        .containsExactly(tuple(Participant.CUSTOMER, "Yellow"), tuple(Participant.AGENT, "Hello"));
    assertThat(transcript(true, BOTH, correction).turns())
        .extracting(Turn::participant, Turn::text)
        .containsExactly(tuple(Participant.AGENT, "Yellow"), tuple(Participant.CUSTOMER, "Hello"));
  }

  @Test
  void newestWordingHolds() {
    var turns =
        transcript(false, BOTH, correction(0, "Yellow", "Hallo"), correction(0, "Yellow", "Hello"))
            .turns();

    assertThat(turns.getFirst().text()).isEqualTo("Hello");
  }

  @Test
  void wordingTakenBackIsTheEnginesAgain() {
    var turn =
        transcript(false, BOTH, correction(0, "Yellow", "Hello"), correction(0, "Yellow", "Yellow"))
            .turns()
            .getFirst();

    assertThat(turn.text()).isEqualTo("Yellow");
    assertThat(turn.correction()).isNull();
  }

  @Test
  void anotherTranscriptIsNotCorrected() {
    var heardBetter = List.of(hello(0, "Hullo"), hello(1, "Yellow"));

    var turns = transcript(false, heardBetter, correction(0, "Yellow", "Hello")).turns();

    assertThat(turns).extracting(Turn::text).containsExactly("Hullo", "Yellow");
  }
}
