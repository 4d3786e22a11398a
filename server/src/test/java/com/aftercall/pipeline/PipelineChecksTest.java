package com.aftercall.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.doctor.Finding.Verdict;
import com.aftercall.pipeline.FailedStepsCheck.Failures;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineChecksTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"PT15M, OK", "PT15M1S, WARNING", "PT6H, WARNING", "PT6H1S, FAILED"})
  void lateWorkIsWorthALook(Duration late, Verdict verdict) {
    var since = NOW.minus(late);
    var finding = BacklogCheck.judge(new BacklogCheck.State(7, since, 3, since, 2), NOW);

    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.found()).startsWith("7 contacts are not settled").contains("3 could");
  }

  @Test
  void contactsThatWaitForTheirTimeAreNoBacklog() {
    var days = NOW.minus(Duration.ofDays(3));

    assertThat(BacklogCheck.judge(new BacklogCheck.State(1, days, 0, null, 0), NOW).verdict())
        .isEqualTo(Verdict.OK);
    assertThat(BacklogCheck.judge(new BacklogCheck.State(0, null, 0, null, 0), NOW).found())
        .isEqualTo("Nothing waits.");
  }

  @Test
  void failuresAreToldByStepAndCode() {
    var finding =
        FailedStepsCheck.judge(
            List.of(
                new Failures("transcript", "ENGINE_FAILED", 1_200, 3),
                new Failures("recording", "RECORDING_NOT_FOUND", 0, 4)));

    assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
    assertThat(finding.found())
        .isEqualTo(
            "transcript ENGINE_FAILED: 1,200 and 3 tried again; recording RECORDING_NOT_FOUND: 4"
                + " tried again.");
  }

  @Test
  void whatIsTriedAgainIsNoFailureYet() {
    assertThat(FailedStepsCheck.judge(List.of(new Failures("recording", "A", 0, 1))).verdict())
        .isEqualTo(Verdict.OK);
    assertThat(FailedStepsCheck.judge(List.of()).verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void longListsAreCut() {
    var many = Collections.nCopies(9, new Failures("recording", "A", 1, 0));

    assertThat(FailedStepsCheck.judge(many).found()).endsWith("and 3 more kinds.");
  }
}
