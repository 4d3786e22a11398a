package com.aftercall.pipeline;

import com.aftercall.contact.ContactId;
import com.aftercall.failure.NotYet;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Limits how many transcriptions run at a time on this node. A contact that finds no engine free
 * takes a place in a line and holds no thread; whoever leaves an engine wakes the first in the
 * line.
 */
@Component
class EngineSlots {

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final Semaphore free;
  private final JdbcClient jdbc;
  private final ContactSchedule schedule;
  private final InstantSource clock;

  EngineSlots(
      TranscriptionLimit limit, JdbcClient jdbc, ContactSchedule schedule, InstantSource clock) {
    this.free = new Semaphore(limit.parallel());
    this.jdbc = jdbc;
    this.schedule = schedule;
    this.clock = clock;
  }

  /**
   * Runs work that needs an engine.
   *
   * @throws NotYet if none is free
   */
  <T> T use(ContactId contact, Supplier<T> work) {
    if (!free.tryAcquire()) {
      throw takePlace(contact);
    }
    try {
      jdbc.sql("delete from engine_queue where contact_id = ?").param(contact.value()).update();
      return work.get();
    } finally {
      free.release();
      wakeFirst();
    }
  }

  private NotYet takePlace(ContactId contact) {
    jdbc.sql("insert into engine_queue (contact_id, since) values (?, ?) on conflict do nothing")
        .param(contact.value())
        .param(Timestamp.from(clock.instant()))
        .update();
    var before =
        jdbc.sql(
                """
                select count(*) from engine_queue
                where place < (select place from engine_queue where contact_id = ?)
                """)
            .param(contact.value())
            .query(Integer.class)
            .single();
    var wait = SHORTEST_WAIT.multipliedBy(1 + before);
    return new NotYet(
        clock.instant().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait),
        placeInLine(before));
  }

  private static String placeInLine(int before) {
    return switch (before) {
      case 0 -> "First in line for a transcription engine.";
      case 1 -> "One contact is before it in the line for a transcription engine.";
      default ->
          "%d contacts are before it in the line for a transcription engine.".formatted(before);
    };
  }

  private void wakeFirst() {
    jdbc.sql("select contact_id from engine_queue order by place limit 1")
        .query(String.class)
        .optional()
        .map(ContactId::new)
        .ifPresent(
            first -> {
              // Its step waits until a set time; that time is now.
              jdbc.sql(
                      "update step_run set next_at = null where contact_id = ? and step = 'transcript'"
                          + " and state = 'waiting'")
                  .param(first.value())
                  .update();
              schedule.wake(first);
            });
  }

  /** How many contacts are in the line. */
  int waiting() {
    return jdbc.sql("select count(*) from engine_queue").query(Integer.class).single();
  }
}
