package com.aftercall.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartPositionTest {

  @ParameterizedTest
  @CsvSource({
    "latest, LATEST",
    "LATEST, LATEST",
    "trim-horizon, OLDEST",
    "TRIM_HORIZON, OLDEST",
    "earliest, OLDEST"
  })
  void wordsOfKinesisAndKafkaAreTaken(String text, StartPosition.Kind kind) {
    assertThat(StartPosition.parse(text)).isEqualTo(new StartPosition(kind, null));
  }

  @Test
  void timeIsTaken() {
    assertThat(StartPosition.parse(" 2026-11-20T08:30:00Z "))
        .isEqualTo(
            new StartPosition(StartPosition.Kind.TIME, Instant.parse("2026-11-20T08:30:00Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "newest", "2026-11-20", "2026-11-20 08:30"})
  void anythingElseIsRefusedWithWhatToWrite(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StartPosition.parse(text))
        .withMessageContaining("write latest, trim-horizon or a time");
  }
}
