package com.aftercall.pipeline;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the server keeps up with what is due. */
@Component
class BacklogCheck implements Check {

  private static final Duration LATE = Duration.ofMinutes(15);
  private static final Duration HOPELESS = Duration.ofHours(6);

  private final JdbcClient jdbc;
  private final EngineSlots slots;
  private final InstantSource clock;

  BacklogCheck(JdbcClient jdbc, EngineSlots slots, InstantSource clock) {
    this.jdbc = jdbc;
    this.slots = slots;
    this.clock = clock;
  }

  /**
   * What is to be done.
   *
   * @param unsettled contacts that wait or are at work
   * @param oldest when the record of the first of them came, or null
   * @param due contacts whose time has come and that nobody works on
   * @param dueSince when the time of the first of them came, or null
   */
  record State(
      long unsettled, @Nullable Instant oldest, long due, @Nullable Instant dueSince, int queued) {}

  @Override
  public String id() {
    return "backlog";
  }

  @Override
  public String title() {
    return "Contacts that wait";
  }

  @Override
  public Finding run() {
    var now = clock.instant();
    var state =
        jdbc.sql(
                """
                select unsettled, oldest, due, due_since
                from (select count(*) as unsettled, min(received_at) as oldest from contact
                        where state in ('waiting', 'running') and deleted_at is null) contacts,
                    (select count(*) as due, min(execution_time) as due_since
                        from scheduled_tasks
                        where task_name = ? and not picked and execution_time < ?) tasks
                """)
            .params(ContactSchedule.TASK, Timestamp.from(now))
            .query(
                (row, number) ->
                    new State(
                        row.getLong(1),
                        instant(row.getTimestamp(2)),
                        row.getLong(3),
                        instant(row.getTimestamp(4)),
                        slots.waiting()))
            .single();
    return judge(state, now);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  static Finding judge(State state, Instant now) {
    var lookedAt = "Contacts that are not settled, and tasks that are due.";
    if (state.oldest() == null && state.dueSince() == null) {
      return Finding.ok(lookedAt, "Nothing waits.");
    }
    var found =
        "%,d contacts are not settled, the oldest since %s; %,d of them stand in the line for an engine; %,d could be worked on now, the first since %s."
            .formatted(
                state.unsettled(),
                ago(state.oldest(), now),
                state.queued(),
                state.due(),
                ago(state.dueSince(), now));
    var late = state.dueSince() == null ? Duration.ZERO : Duration.between(state.dueSince(), now);
    if (late.compareTo(HOPELESS) > 0) {
      return Finding.failed(
          lookedAt,
          found,
          "See in the log whether the server works at all; the servers' clocks may differ, see the"
              + " check clock.");
    }
    return late.compareTo(LATE) > 0
        ? Finding.warning(
            lookedAt,
            found,
            "The server does not keep up. Raise db-scheduler.threads if processors are idle, else"
                + " add a server to the same database.")
        : Finding.ok(lookedAt, found);
  }

  private static String ago(@Nullable Instant since, Instant now) {
    if (since == null) {
      return "now";
    }
    var minutes = Math.max(0, Duration.between(since, now).toMinutes());
    return minutes < 120 ? minutes + " minutes" : minutes / 60 + " hours";
  }
}
