package com.aftercall.pipeline;

import static com.aftercall.failure.FailureCode.ENGINE_FAILED;
import static com.aftercall.failure.FailureCode.RECORDING_NOT_FOUND;
import static com.aftercall.failure.FailureCode.STORAGE_FULL;
import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.failure.FailureCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {

  private static final Instant NOW = Instant.parse("2026-03-12T10:00:00Z");

  private final RetryPolicy policy =
      new RetryPolicy(
          new PipelineSettings(
              Duration.ofSeconds(5),
              5,
              Duration.ofMinutes(30),
              Duration.ofHours(24),
              Duration.ofHours(72)));

  @ParameterizedTest
  @CsvSource({"1, 5", "2, 10", "3, 20", "4, 40", "6, 160", "7, 300", "8, 300", "5000, 300"})
  void waitsDoubleUpToFiveMinutes(int attempts, int seconds) {
    assertThat(policy.next(STORAGE_FULL, attempts, NOW, NOW)).contains(NOW.plusSeconds(seconds));
  }

  @Test
  void failureInsideIsGivenUpAfterTheFifthAttempt() {
    assertThat(policy.next(ENGINE_FAILED, 4, NOW, NOW)).isPresent();
    assertThat(policy.next(ENGINE_FAILED, 5, NOW, NOW)).isEmpty();
    assertThat(policy.next(ENGINE_FAILED, 4, NOW.minus(Duration.ofDays(9)), NOW))
        .as("however long it took")
        .isPresent();
  }

  @Test
  void recordingIsAskedForHalfAnHour() {
    var wait = Duration.ofSeconds(5);
    var last = NOW.minus(Duration.ofMinutes(30)).plus(wait);

    assertThat(policy.next(RECORDING_NOT_FOUND, 1, last, NOW))
        .as("the next attempt falls on the very end")
        .contains(NOW.plus(wait));
    assertThat(policy.next(RECORDING_NOT_FOUND, 1, last.minusMillis(1), NOW)).isEmpty();
    assertThat(policy.next(RECORDING_NOT_FOUND, 12, NOW.minusSeconds(60), NOW))
        .as("however often")
        .isPresent();
  }

  @ParameterizedTest
  @EnumSource(names = {"STORAGE_UNAVAILABLE", "STORAGE_FULL", "DATABASE_UNAVAILABLE"})
  void outageIsWaitedOutForADay(FailureCode code) {
    assertThat(policy.next(code, 99, NOW.minus(Duration.ofHours(23)), NOW)).isPresent();
    assertThat(policy.next(code, 99, NOW.minus(Duration.ofHours(24)), NOW)).isEmpty();
  }
}
