package com.aftercall.publication.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.NotYet;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GateTest {

  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final Gate gate = new Gate(() -> now);

  private Duration wait(int failures) {
    for (var failure = 0; failure < failures; failure++) {
      gate.close(FailureCode.SALESFORCE_UNAVAILABLE, "It does not answer.");
    }
    return Duration.between(now, gate.state().orElseThrow().until());
  }

  @Test
  void waitsDoubleUpToFiveMinutes() {
    assertThat(wait(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(wait(1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(wait(1)).isEqualTo(Duration.ofSeconds(4));
    assertThat(wait(20)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void nobodyPassesBeforeTheTimeAndNotAllComeBackAtOnce() {
    gate.close(FailureCode.SALESFORCE_LIMIT_REACHED, "No calls are left.", Duration.ofHours(1));

    assertThatThrownBy(gate::pass).isInstanceOf(NotYet.class);
    now = now.plus(Duration.ofHours(1)).minusMillis(1);
    assertThatThrownBy(gate::pass).isInstanceOf(NotYet.class);
    now = now.plusMillis(1);
    assertThatCode(gate::pass).doesNotThrowAnyException();
  }

  @Test
  void oneSuccessForgetsTheFailures() {
    wait(8);
    gate.open();

    assertThat(gate.state()).isEmpty();
    assertThat(wait(1)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void somebodyWhoAsksIsLetThroughAndTheTroubleIsKept() {
    wait(3);
    gate.tryNow();

    assertThatCode(gate::pass).doesNotThrowAnyException();
    assertThat(gate.state()).isPresent();
  }
}
