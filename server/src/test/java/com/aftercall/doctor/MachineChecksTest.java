package com.aftercall.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.doctor.Finding.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the edges of the checks of the machine and the database are. */
class MachineChecksTest {

  @ParameterizedTest
  @CsvSource({
    "0, OK, differ by 0.0",
    "4999, OK, differ by 5.0",
    "-4999, OK, differ by 5.0",
    "5000, WARNING, 5 seconds ahead of",
    "-119999, WARNING, 119 seconds behind",
    "-120000, FAILED, 120 seconds behind"
  })
  void clocksMayDifferByFiveSeconds(long aheadMillis, Verdict verdict, String found) {
    var finding = ClockCheck.judge(Duration.ofMillis(aheadMillis));

    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.found()).contains(found);
  }

  @ParameterizedTest
  @CsvSource({"268435455, FAILED", "268435456, WARNING", "5368709119, WARNING", "5368709120, OK"})
  void roomHasTwoEdges(long freeBytes, Verdict verdict) {
    assertThat(DiskCheck.judge(Path.of("/data"), freeBytes, 100L << 30).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void folderThatCannotBeWrittenIsFound(@TempDir Path folder) {
    var finding = new DiskCheck(folder.resolve("gone")).run();

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.found()).contains("NoSuchFileException");
  }

  @Test
  void nothingIsLeftInTheFolder(@TempDir Path folder) {
    assertThat(new DiskCheck(folder).run().found()).contains("GB are free");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "17.5, 10, 60, 3, OK, ''",
    "13.2 (Debian 13.2-1), 10, 60, 3, WARNING, Upgrade PostgreSQL",
    "14.0, 50, 60, 3, OK, ''",
    "14.0, 51, 60, 3, WARNING, max_connections",
    "14.0, 10, 60, 250, OK, ''",
    "14.0, 10, 60, 251, WARNING, network in between"
  })
  void databaseIsJudgedByVersionConnectionsAndSpeed(
      String version, int open, int most, long millis, Verdict verdict, String cure) {
    var state = new DatabaseCheck.State(version, "7", 12_300_000, open, most);

    var finding = DatabaseCheck.judge(state, true, Duration.ofMillis(millis));

    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.found()).contains("schema 7, 12.3 MB, %d of %d".formatted(open, most));
    assertThat(finding.cure() == null ? "" : finding.cure()).contains(cure);
  }
}
