package com.aftercall.analysis;

import static com.aftercall.analysis.Turns.customer;
import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.transcript.Turn;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuarterShareTest {

  private static final Duration CONTACT = Duration.ofSeconds(40);

  @Test
  void turnWithinAQuarterIsWhollyThere() {
    assertThat(shares(customer(10, 20, "hello"))).containsExactly(0, 1, 0, 0);
  }

  @Test
  void turnAcrossABorderIsSharedByTime() {
    assertThat(shares(customer(8, 12, "hello"))).containsExactly(0.5, 0.5, 0, 0);
  }

  @Test
  void turnAsLongAsTheContactIsInAllFour() {
    assertThat(shares(customer(0, 40, "hello"))).containsExactly(0.25, 0.25, 0.25, 0.25);
  }

  @Test
  void turnWithoutDurationLiesWhereItBegins() {
    assertThat(shares(customer(9.999, 9.999, "hello"))).containsExactly(1, 0, 0, 0);
    assertThat(shares(customer(10, 10, "hello"))).containsExactly(0, 1, 0, 0);
    assertThat(shares(customer(40, 40, "hello"))).containsExactly(0, 0, 0, 1);
  }

  @Test
  void contactWithoutDurationCountsOnce() {
    assertThat(
            QuarterShare.of(customer(0, 0, "hello"), 0, Duration.ZERO)
                + QuarterShare.of(customer(0, 0, "hello"), 1, Duration.ZERO)
                + QuarterShare.of(customer(0, 0, "hello"), 2, Duration.ZERO)
                + QuarterShare.of(customer(0, 0, "hello"), 3, Duration.ZERO))
        .isEqualTo(1);
  }

  private static double[] shares(Turn turn) {
    var shares = new double[4];
    for (int quarter = 0; quarter < 4; quarter++) {
      shares[quarter] = QuarterShare.of(turn, quarter, CONTACT);
    }
    return shares;
  }
}
