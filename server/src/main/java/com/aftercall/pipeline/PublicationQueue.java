package com.aftercall.pipeline;

import com.aftercall.contact.ContactId;
import com.aftercall.contact.Feature;
import com.aftercall.recordpage.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
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
