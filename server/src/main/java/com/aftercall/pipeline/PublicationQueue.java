package com.aftercall.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aftercall.contact.ContactId;
import com.aftercall.contact.Feature;
import com.aftercall.recordpage.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contacts that wait to be published, and those that could not be. */
@Component
public class PublicationQueue {

  private static final Logger log = LoggerFactory.getLogger(PublicationQueue.class);
  private static final int TRIES = 20;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
  private static final String STEPS = "('contactRecordPublication', 'publication')";

  private static final String[] FAILED = {Step.State.FAILED.label()};
  private static final String[] WAITING = {Step.State.WAITING.label(), Step.State.RUNNING.label()};

  private final JdbcClient jdbc;
  private final ContactRetries retries;

  PublicationQueue(JdbcClient jdbc, ContactRetries retries) {
    this.jdbc = jdbc;
    this.retries = retries;
  }

  /** How many contacts wait, or are being published now. */
  public long countWaiting() {
    return jdbc.sql(
            "select count(distinct contact_id) from step_run where state in ('waiting', 'running') and step in "
                + STEPS)
        .query(Long.class)
        .single();
  }

  /** How many were given up. */
  public long countFailed() {
    return failed().size();
  }

  /**
   * A contact of the queue, and the step in which it is there.
   *
   * @param contactId which
   * @param step of the two that publish
   * @param state of that step: {@code waiting}, {@code running} or {@code failed}
   * @param code why the last attempt failed, or null
   * @param message the same for people, or null
   * @param attempts how many there were
   * @param changedAt when the last one ended or began, or null before the first
   * @param nextAt when the next one is, or null
   */
  public record Entry(
      String contactId,
      String step,
      String state,
      @Nullable String code,
      @Nullable String message,
      int attempts,
      @Nullable Instant changedAt,
      @Nullable Instant nextAt) {

    /** Where it stands in the list. */
    public Place place() {
      return new Place(changedAt == null ? Instant.EPOCH : changedAt, contactId, step);
    }
  }

  /** A place in the list, between two entries. */
  public record Place(Instant changedAt, String contactId, String step) {

    /**
     * Reads what {@link #toString} gave.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Place parse(String text) {
      var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\n", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException("a place has three parts");
      }
      try {
        return new Place(Instant.parse(parts[0]), parts[1], parts[2]);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("a place begins with a time", e);
      }
    }

    /** For the address of the next page. */
    @Override
    public String toString() {
      var text = String.join("\n", changedAt.toString(), contactId, step);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
  }

  /**
   * Those that were given up, or those that wait and are at work; what changed last comes first.
   *
   * @param isFailed which of the two
   * @param after goes on behind this place; null: from the start
   */
  public List<Entry> list(boolean isFailed, @Nullable Place after, int atMost) {
    var from = after == null ? new Place(Instant.parse("9999-01-01T00:00:00Z"), "", "") : after;
    return jdbc.sql(
            """
            select * from (
                select contact_id, step, state, code, message, attempts, next_at,
                    coalesce(ended_at, started_at) as changed_at
                from step_run where state = any (?) and step in %s) as entry
            where (coalesce(changed_at, 'epoch'), contact_id, step) < (?, ?, ?)
            order by coalesce(changed_at, 'epoch') desc, contact_id desc, step desc
            limit ?
            """
                .formatted(STEPS))
        .params(
            isFailed ? FAILED : WAITING,
            Timestamp.from(from.changedAt()),
            from.contactId(),
            from.step(),
            atMost)
        .query(PublicationQueue::entry)
        .list();
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getString("contact_id"),
        row.getString("step"),
        row.getString("state"),
        row.getString("code"),
        row.getString("message"),
        row.getInt("attempts"),
        instant(row.getTimestamp("changed_at")),
        instant(row.getTimestamp("next_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  /**
   * Tries those again that were given up, soon.
   *
   * @return how many
   */
  public int retryFailed() {
    var failed = failed();
    Thread.ofVirtual().name("publication-retries").start(() -> failed.forEach(this::retry));
    return failed.size();
  }

  private record Failed(ContactId contact, Feature feature) {}

  private List<Failed> failed() {
    return jdbc.sql(
            "select distinct on (contact_id) contact_id, step from step_run where state = ? and step in "
                + STEPS
                + " order by contact_id, step")
        .param(Step.State.FAILED.label())
        .query(
            (row, number) ->
                new Failed(
                    new ContactId(row.getString("contact_id")),
                    Feature.ofLabel(row.getString("step"))))
        .list();
  }

  /** A contact that has failed this moment may still be held by whoever worked on it. */
  private void retry(Failed failed) {
    var outcome = retries.retry(failed.contact(), Optional.of(failed.feature()));
    for (var again = 0; outcome == ContactRetries.Outcome.AT_WORK && again < TRIES; again++) {
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      outcome = retries.retry(failed.contact(), Optional.of(failed.feature()));
    }
    if (outcome != ContactRetries.Outcome.SCHEDULED) {
      log.warn("Contact {} was not sent to be published again: {}", failed.contact(), outcome);
    }
  }
}
