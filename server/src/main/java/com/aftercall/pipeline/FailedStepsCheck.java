package com.aftercall.pipeline;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What failed lately, and what is tried again, by code. */
@Component
class FailedStepsCheck implements Check {

  private static final Duration LATELY = Duration.ofHours(24);
  private static final int SHOWN = 6;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  FailedStepsCheck(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How many steps of one kind ended with one code. */
  record Failures(String step, String code, long failed, long waiting) {

    @Override
    public String toString() {
      var parts =
          failed == 0
              ? "%,d tried again".formatted(waiting)
              : "%,d%s"
                  .formatted(failed, waiting == 0 ? "" : " and %,d tried again".formatted(waiting));
      return "%s %s: %s".formatted(step, code, parts);
    }
  }

  @Override
  public String id() {
    return "failed-steps";
  }

  @Override
  public String title() {
    return "Steps that failed";
  }

  @Override
  public Finding run() {
    return judge(
        jdbc.sql(
                """
                select step, code, count(*) filter (where state = 'failed') as failed,
                    count(*) filter (where state = 'waiting') as waiting
                from step_run
                where code is not null and state in ('failed', 'waiting') and ended_at > ?
                group by step, code order by failed desc, waiting desc, step, code
                """)
            .param(Timestamp.from(clock.instant().minus(LATELY)))
            .query(
                (row, number) ->
                    new Failures(
                        row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
            .list());
  }

  static Finding judge(List<Failures> failures) {
    var lookedAt =
        "Steps whose last attempt ended in the last %d hours.".formatted(LATELY.toHours());
    if (failures.isEmpty()) {
      return Finding.ok(lookedAt, "None failed.");
    }
    var rest = failures.size() - SHOWN;
    var found =
        failures.stream().limit(SHOWN).map(Failures::toString).collect(Collectors.joining("; "))
            + (rest > 0 ? "; and %d more kinds.".formatted(rest) : ".");
    return failures.stream().anyMatch(one -> one.failed() > 0)
        ? Finding.warning(
            lookedAt,
            found,
            "docs/operations.md says of each code what to do; the dashboard leads to the contacts.")
        : Finding.ok(lookedAt, found);
  }
}
