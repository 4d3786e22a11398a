package com.aftercall.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.NativeRecordingCheck.Queue;
import com.aftercall.contact.SwitchesCheck.Asked;
import com.aftercall.doctor.Finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactChecksTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Switches ALL_ON = new Switches(true, true, true, true, true, true);

  @ParameterizedTest
  @CsvSource({"PT24H, OK, 1440 minutes ago", "PT24H1S, WARNING, 24 hours ago"})
  void aDayWithoutRecordsIsWorthALook(Duration ago, Verdict verdict, String found) {
    var finding = ContactRecordsCheck.judge(NOW.minus(ago), NOW);

    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.found()).contains(found);
  }

  @Test
  void switchesThatAreOffMatterOnceAContactAsks() {
    var noTranscripts = new Switches(true, false, true, true, true, true);

    var nobodyAsks = SwitchesCheck.judge(new Asked(9, 3, 0, 0, 0), noTranscripts);
    var somebodyAsks = SwitchesCheck.judge(new Asked(9, 3, 2, 0, 0), noTranscripts);

    assertThat(nobodyAsks.verdict()).isEqualTo(Verdict.OK);
    assertThat(nobodyAsks.found()).startsWith("Switched off: transcription.");
    assertThat(somebodyAsks.verdict()).isEqualTo(Verdict.WARNING);
    assertThat(somebodyAsks.cure()).contains("transcription (2)").doesNotContain("Recording");
  }

  @Test
  void contactsThatAskForContactLensAloneAskForSomething() {
    var off = new Switches(true, true, true, true, false, true);

    assertThat(SwitchesCheck.judge(new Asked(9, 0, 0, 0, 4), ALL_ON).verdict())
        .isEqualTo(Verdict.OK);
    assertThat(SwitchesCheck.judge(new Asked(9, 0, 0, 0, 4), off).cure())
        .contains("import from Contact Lens (4)");
  }

  @Test
  void contactsThatAskForNothingAreWorthALook() {
    assertThat(SwitchesCheck.judge(new Asked(9, 0, 0, 0, 0), ALL_ON).verdict())
        .isEqualTo(Verdict.WARNING);
    assertThat(SwitchesCheck.judge(new Asked(0, 0, 0, 0, 0), ALL_ON).verdict())
        .isEqualTo(Verdict.OK);
    assertThat(SwitchesCheck.judge(new Asked(9, 1, 0, 0, 0), ALL_ON).verdict())
        .isEqualTo(Verdict.OK);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, NOT_USED", "9, 0, OK", "9, 1, WARNING", "4, 4, WARNING", "5, 5, FAILED"})
  void queueThatNeverRecordsFailsOnceFiveCallsTellIt(long calls, long unrecorded, Verdict verdict) {
    var queues = List.of(new Queue("Sales", 20, 0), new Queue("Orders", calls, unrecorded));

    var finding = NativeRecordingCheck.judge(calls == 0 ? List.of() : queues);

    assertThat(finding.verdict()).isEqualTo(verdict);
    if (unrecorded > 0) {
      assertThat(finding.found())
          .contains("Orders %d of %d".formatted(unrecorded, calls))
          .doesNotContain("Sales");
    }
  }
}
