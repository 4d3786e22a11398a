package com.aftercall.transcript;

import com.aftercall.contact.ContactId;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.transcript.spi.RecordingTranscriber.Limits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The jobs of all servers of this database. */
@Repository
class RemoteJobRows {

  /** A job that did not end in this time has no place any more. */
  static final Duration LONGEST = Duration.ofHours(24);

  /** Any number that nobody else in this database locks. */
  private static final long STARTS = 4_120_010;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  RemoteJobRows(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  Optional<RemoteJob> find(ContactId contact) {
    return jdbc.sql("select * from transcription_job where contact_id = ?")
        .param(contact.value())
        .query(RemoteJobRows::job)
        .optional();
  }

  /** Whose job has this name. */
  Optional<ContactId> findContact(String name) {
    return jdbc.sql("select contact_id from transcription_job where name = ?")
        .param(name)
        .query(String.class)
        .optional()
        .map(ContactId::new);
  }

  void store(RemoteJob job) {
    jdbc.sql(
            """
            insert into transcription_job
                (contact_id, name, work, generation, state, started_at, looks, result)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (contact_id) do update set name = excluded.name, work = excluded.work,
                generation = excluded.generation, state = excluded.state,
                started_at = excluded.started_at, looks = excluded.looks, result = excluded.result
            """)
        .param(job.contact().value())
        .param(job.name())
        .param(job.work())
        .param(job.generation())
        .param(job.state().name().toLowerCase(Locale.ROOT))
        .param(job.startedAt() == null ? null : Timestamp.from(job.startedAt()))
        .param(job.looks())
        .param(job.result() == null ? null : job.result().toString())
        .update();
  }

  /** The next order makes a job of its own, whatever this one is. */
  void spend(ContactId contact) {
    jdbc.sql("update transcription_job set state = 'spent' where contact_id = ?")
        .param(contact.value())
        .update();
  }

  /**
   * Takes a place among those at work, unless the limits are reached; contacts in the bin hold
   * none.
   */
  boolean takePlace(RemoteJob job, Limits limits, Instant now) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              jdbc.sql("select pg_advisory_xact_lock(?)").param(STARTS).query().listOfRows();
              return isFree(limits, now) && markRunning(job, now);
            }));
  }

  private boolean isFree(Limits limits, Instant now) {
    return jdbc.sql(
            """
            select count(*) < ? and count(*) filter (where started_at > ?) < ?
            from transcription_job j
            where state = 'running' and started_at > ? and exists
                (select from contact c where c.contact_id = j.contact_id and c.deleted_at is null)
            """)
        .param(limits.jobs())
        .param(Timestamp.from(now.minusSeconds(1)))
        .param(limits.startsPerSecond())
        .param(Timestamp.from(now.minus(LONGEST)))
        .query(Boolean.class)
        .single();
  }

  private boolean markRunning(RemoteJob job, Instant now) {
    return jdbc.sql(
                """
                update transcription_job set state = 'running', started_at = ?, looks = 0
                where contact_id = ? and name = ?
                """)
            .param(Timestamp.from(now))
            .param(job.contact().value())
            .param(job.name())
            .update()
        == 1;
  }

  private static RemoteJob job(ResultSet row, int number) throws SQLException {
    var startedAt = row.getTimestamp("started_at");
    var result = row.getString("result");
    return new RemoteJob(
        new ContactId(row.getString("contact_id")),
        row.getString("work"),
        row.getInt("generation"),
        RemoteJob.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        startedAt == null ? null : startedAt.toInstant(),
        row.getInt("looks"),
        result == null ? null : ObjectLocation.parse(result));
  }
}
