package com.aftercall.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.doctor.Finding.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DoctorTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private record Told(String id, Supplier<Finding> finding) implements Check {

    @Override
    public String title() {
      return "Title of " + id;
    }

    @Override
    public Finding run() {
      return finding.get();
    }
  }

  private static Told well(String id) {
    return new Told(id, () -> Finding.ok("It.", "Fine."));
  }

  private static List<Diagnosis> run(Duration limit, Check... checks) {
    return new Doctor(List.of(checks), List.of(), limit).run(List.of());
  }

  @Test
  void checksAreGivenByTheirIds() {
    assertThat(run(LONG, well("b"), well("a"))).extracting(Diagnosis::id).containsExactly("a", "b");
  }

  @Test
  void onlyThoseAskedForAreRun() {
    var doctor = new Doctor(List.of(well("a"), well("b"), well("c")), List.of(), LONG);

    assertThat(doctor.run(List.of("c", "a"))).extracting(Diagnosis::id).containsExactly("a", "c");
  }

  @Test
  void checksRunAtTheSameTime() {
    var both = new CountDownLatch(2);
    Supplier<Finding> waits =
        () -> {
          both.countDown();
          try {
            both.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return Finding.ok("It.", "The other one ran too.");
        };

    assertThat(run(LONG, new Told("a", waits), new Told("b", waits)))
        .extracting(diagnosis -> diagnosis.finding().verdict())
        .containsExactly(Verdict.OK, Verdict.OK);
  }

  @Test
  void checkThatDoesNotEndIsBrokenOffAndTheOthersAreTold() throws InterruptedException {
    var interrupted = new CountDownLatch(1);
    var hangs =
        new Told(
            "a",
            () -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              return Finding.ok("It.", "Fine.");
            });

    var found = run(Duration.ofMillis(50), hangs, well("b"));

    assertThat(found.getFirst().finding().verdict()).isEqualTo(Verdict.FAILED);
    assertThat(found.getFirst().finding().found()).contains("had not ended");
    assertThat(found.getLast().finding().verdict()).isEqualTo(Verdict.OK);
    interrupted.await();
  }

  @Test
  void checkThatThrowsIsAFailedOneWithoutItsMessage() {
    var breaks =
        new Told(
            "a",
            () -> {
              throw new IllegalStateException("hunter2");
            });

    var finding = run(LONG, breaks).getFirst().finding();

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.found()).contains("IllegalStateException").doesNotContain("hunter2");
  }

  @Test
  void moreChecksThanPlacesAllGetTheirTurn() {
    var ran = new AtomicBoolean();
    var checks = new Check[40];
    for (var i = 0; i < checks.length; i++) {
      checks[i] =
          new Told(
              "c" + i,
              () -> {
                ran.set(true);
                return Finding.ok("It.", "Fine.");
              });
    }

    assertThat(run(LONG, checks)).hasSize(40);
    assertThat(ran).isTrue();
  }

  @Test
  void worstVerdictCountsAndWhatIsNotUsedDoesNot() {
    assertThat(worst(Verdict.OK, Verdict.NOT_USED)).isEqualTo(Verdict.OK);
    assertThat(worst(Verdict.NOT_USED)).isEqualTo(Verdict.OK);
    assertThat(worst(Verdict.OK, Verdict.WARNING, Verdict.NOT_USED)).isEqualTo(Verdict.WARNING);
    assertThat(worst(Verdict.FAILED, Verdict.WARNING)).isEqualTo(Verdict.FAILED);
  }

  private static Verdict worst(Verdict... verdicts) {
    return Doctor.worst(
        List.of(verdicts).stream()
            .map(verdict -> new Finding(verdict, "It.", "So.", null))
            .map(finding -> new Diagnosis("a", "A", finding, Duration.ZERO))
            .toList());
  }
}
