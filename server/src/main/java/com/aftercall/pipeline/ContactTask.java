package com.aftercall.pipeline;

import com.aftercall.contact.ContactId;
import com.aftercall.contact.Contacts;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Ties the workflow to db-scheduler, which keeps lease, timer and heartbeat of each contact. */
@Configuration(proxyBeanMethods = false)
class ContactTask {

  private static final Logger log = LoggerFactory.getLogger(ContactTask.class);

  /** After a failure of the database or of ours; steps have waits of their own. */
  private static final Duration WAIT_AFTER_FAILURE = Duration.ofSeconds(5);

  private final Contacts contacts;
  private final SideChanges sides;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  ContactTask(
      ContactSchedule schedule,
      Contacts contacts,
      SideChanges sides,
      TransactionTemplate transactions,
      InstantSource clock,
      ObjectProvider<EmbeddedPostgres> embedded) {
    this.contacts = contacts;
    this.sides = sides;
    this.transactions = transactions;
    this.clock = clock;
    embedded.ifAvailable(database -> schedule.releaseAll());
  }

  @Bean
  Task<Void> contactWork(ContactWorkflow workflow) {
    return Tasks.custom(ContactSchedule.TASK, Void.class)
        .onFailure(
            (complete, operations) -> {
              log.warn(
                  "Work on contact {} broke off with {}; it goes on in {} s",
                  complete.getExecution().taskInstance.getId(),
                  complete
                      .getCause()
                      .map(cause -> cause.getClass().getSimpleName())
                      .orElse("nothing"),
                  WAIT_AFTER_FAILURE.toSeconds());
              operations.reschedule(complete, clock.instant().plus(WAIT_AFTER_FAILURE));
            })
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              var contact = new ContactId(instance.getId());
              sides.take(contact);
              var passage = workflow.run(contact);
              return (CompletionHandler<Void>)
                  (complete, operations) -> settle(contact, passage, complete, operations);
            });
  }

  /**
   * Decides what comes next while it holds the contact's lock. A newer version either is seen here,
   * or its delivery waits for the lock and then schedules the contact itself: none is lost between.
   * So it is with a change of its sides.
   */
  private void settle(
      ContactId contact,
      Passage passage,
      ExecutionComplete complete,
      ExecutionOperations<Void> operations) {
    transactions.executeWithoutResult(
        status -> {
          var version = contacts.lockVersion(contact);
          var isNew = version.isPresent() && !version.equals(passage.version());
          if (isNew || sides.isNoted(contact)) {
            operations.reschedule(complete, clock.instant());
          } else if (passage.next().isPresent()) {
            operations.reschedule(complete, passage.next().get());
          } else {
            operations.remove();
          }
        });
  }

  /**
   * How a passage ended.
   *
   * @param version of the contact record that it worked with, empty if the contact is gone
   * @param next when it goes on, or empty if there is nothing more to do
   */
  record Passage(Optional<Instant> version, Optional<Instant> next) {}
}
