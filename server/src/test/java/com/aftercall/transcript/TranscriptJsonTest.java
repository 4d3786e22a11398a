package com.aftercall.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aftercall.recording.AudioChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptJsonTest {

  private static final List<ChannelTranscript> SHORT =
      List.of(
          new ChannelTranscript(
              new AudioChannel(0),
              List.of(
                  new Word("Hello", Duration.ofMillis(100), Duration.ofMillis(400), 0.99),
                  new Punctuation(","))));

  @Test
  void storedFormIsAsDocumented() {
    assertThat(TranscriptJson.write(SHORT))
        .isEqualTo(
            "{\"version\":1,\"channels\":[{\"channel\":0,\"items\":"
                + "[[\"Hello\",100000000,400000000,0.99],[\",\"]]}]}");
  }

  @Test
  void everyNanosecondAndEveryBitOfConfidenceComesBack() {
    var channels =
        List.of(
            new ChannelTranscript(new AudioChannel(0), List.of()),
            new ChannelTranscript(
                new AudioChannel(3),
                List.of(
                    new Punctuation("¿"),
                    new Word("café \"x\"\n😀", Duration.ofNanos(1), Duration.ofNanos(2), 0),
                    new Word(
                        "late",
                        Duration.ofHours(9).plusNanos(123_456_789),
                        Duration.ofHours(10),
                        0.1 + 0.2),
                    new Punctuation("?"))));

    assertThat(TranscriptJson.read(TranscriptJson.write(channels))).isEqualTo(channels);
  }

  @Test
  void orderOfNamesDoesNotMatter() {
    assertThat(
            TranscriptJson.read(
                """
                {"channels": [{"items": [["Hello", 100000000, 400000000, 0.99], [","]],
                "channel": 0}], "version": 1}
                """))
        .isEqualTo(SHORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"version\":2,\"channels\":[]}",
        "{\"version\":1,\"channels\":{}}",
        "{\"version\":1,\"channels\":[1]}",
        "{\"version\":1,\"channels\":[{\"channel\":-1,\"items\":[]}]}",
        "{\"version\":1,\"channels\":[{\"channel\":0,\"secret\":[]}]}",
        "{\"version\":1,\"channels\":[{\"channel\":0,\"items\":[[\"secret\",1]]}]}",
        "{\"version\":1,\"channels\":[{\"channel\":0,\"items\":[[\"secret\",2,1,0.5]]}]}",
        "{\"version\":1,\"channels\":[{\"channel\":0,\"items\":[[\"secret\",1,2,0.5,6]]}]}",
        "{\"version\":1,\"channels\":[{\"channel\":0,\"items\":[[secret",
        "{\"version\":1,\"channels\":[{\"channel\":0,\"items\":[[\"secret\","
      })
  void anythingElseIsRefusedWithoutQuotingIt(String stored) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TranscriptJson.read(stored))
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("secret"))
        .withNoCause();
  }

  @Test
  void transcriptOfADayIsWrittenAndReadInOnePiece() {
    var items = new ArrayList<TranscriptItem>();
    for (var i = 0; i < 20_000; i++) {
      items.add(new Word("word" + i, Duration.ofMillis(i), Duration.ofMillis(i + 1), 0.5));
    }
    var channels = List.of(new ChannelTranscript(new AudioChannel(0), items));

    assertThat(TranscriptJson.read(TranscriptJson.write(channels))).isEqualTo(channels);
  }
}
