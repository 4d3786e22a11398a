package com.aftercall.contact;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether calls are recorded whose attributes ask for their recording. */
@Component
class NativeRecordingCheck implements Check {

  private static final Duration LATELY = Duration.ofDays(7);
  private static final int QUEUES_SHOWN = 5;

  /** Fewer than this may be chance. */
  private static final int ENOUGH = 5;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  NativeRecordingCheck(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Calls of a queue that an agent answered and whose attributes ask for the recording. */
  record Queue(String name, long calls, long unrecorded) {

    @Override
    public String toString() {
      return "%s %,d of %,d".formatted(name, unrecorded, calls);
    }
  }

  @Override
  public String id() {
    return "native-recording";
  }

  @Override
  public String title() {
    return "Native recording in contact flows";
  }

  @Override
  public Finding run() {
    return judge(
        jdbc.sql(
                """
                select queue, count(*) as calls,
                    count(*) filter (where decision ->> 'reason' = ?) as unrecorded
                from (select queue, plan -> 'decisions' -> 'RECORDING' as decision from contact
                    where deleted_at is null and channel = 'VOICE' and agent is not null
                        and received_at > ?
                        and ((plan -> 'requested' ->> 'recordingImport')::boolean
                            or (plan -> 'requested' ->> 'transcription')::boolean)
                    order by number desc limit ?) newest
                group by queue order by unrecorded desc, calls desc
                """)
            .params(
                ContactPlanner.NATIVE_RECORDING_OFF,
                Timestamp.from(clock.instant().minus(LATELY)),
                SeenAttributes.NEWEST)
            .query(
                (row, number) ->
                    new Queue(
                        Objects.requireNonNullElse(row.getString(1), "no queue"),
                        row.getLong(2),
                        row.getLong(3)))
            .list());
  }

  static Finding judge(List<Queue> queues) {
    var lookedAt =
        "Answered calls of the last %d days whose attributes ask for their recording."
            .formatted(LATELY.toDays());
    var calls = queues.stream().mapToLong(Queue::calls).sum();
    var unrecorded = queues.stream().filter(queue -> queue.unrecorded() > 0).toList();
    if (calls == 0) {
      return Finding.notUsed(lookedAt, "No such call asks for its recording.");
    }
    if (unrecorded.isEmpty()) {
      return Finding.ok(lookedAt, "Each of these %,d has one.".formatted(calls));
    }
    var found =
        "Without one, by queue: %s."
            .formatted(
                unrecorded.stream()
                    .limit(QUEUES_SHOWN)
                    .map(Queue::toString)
                    .collect(Collectors.joining(", ")));
    var cure =
        "Put the block \"Set recording and analytics behavior\" with agent and customer before"
            + " \"Transfer to queue\" in the flows of these queues, and publish them.";
    return unrecorded.stream().anyMatch(NativeRecordingCheck::isNever)
        ? Finding.failed(lookedAt, found, cure)
        : Finding.warning(lookedAt, found, cure);
  }

  private static boolean isNever(Queue queue) {
    return queue.calls() >= ENOUGH && queue.unrecorded() == queue.calls();
  }
}
