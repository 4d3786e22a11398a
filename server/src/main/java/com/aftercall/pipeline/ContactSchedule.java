package com.aftercall.pipeline;

import com.aftercall.contact.AcceptedContacts;
import com.aftercall.contact.ContactId;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * When each contact is worked on: db-scheduler's table, one row for a contact with work. Written
 * with statements of our own, because a batch has to go in one statement and a contact may be there
 * already.
 */
@Component
class ContactSchedule implements AcceptedContacts {

  static final String TASK = "contact";

  /**
   * A contact that is being worked on (picked) stays as it is: whoever works on it looks for a
   * newer version at the end, holding the lock on the contact that our caller holds now.
   */
  private static final String SCHEDULE =
      """
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked,
          consecutive_failures, version)
      select 'contact', unnest(?), ?, false, 0, 1
      on conflict (task_name, task_instance) do update
          set execution_time = excluded.execution_time, version = scheduled_tasks.version + 1
          where not scheduled_tasks.picked
      """;

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final ObjectProvider<Scheduler> scheduler;
  private final InstantSource clock;

  ContactSchedule(
      JdbcTemplate batch,
      JdbcClient jdbc,
      ObjectProvider<Scheduler> scheduler,
      InstantSource clock) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  @Override
  public void accepted(List<ContactId> contacts) {
    schedule(contacts);
  }

  /** Works on these contacts as soon as the transaction is over. */
  void schedule(List<ContactId> contacts) {
    batch.update(
        connection -> {
          var statement = connection.prepareStatement(SCHEDULE);
          statement.setArray(
              1,
              connection.createArrayOf("text", contacts.stream().map(ContactId::value).toArray()));
          statement.setTimestamp(2, Timestamp.from(clock.instant()));
          return statement;
        });
    afterCommit(() -> scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions));
  }

  /**
   * Works on a waiting contact now; nothing happens to one that is being worked on or has no work.
   */
  void wake(ContactId contact) {
    jdbc.sql(
            """
            update scheduled_tasks set execution_time = ?, version = version + 1
            where task_name = 'contact' and task_instance = ? and not picked
            """)
        .param(Timestamp.from(clock.instant()))
        .param(contact.value())
        .update();
  }

  /** Forgets a contact that is not worked on. */
  void remove(ContactId contact) {
    jdbc.sql(
            """
            delete from scheduled_tasks
            where task_name = 'contact' and task_instance = ? and not picked
            """)
        .param(contact.value())
        .update();
  }

  /** Whether somebody is at work on the contact. */
  boolean isPicked(ContactId contact) {
    return jdbc.sql(
            "select picked from scheduled_tasks where task_name = 'contact' and task_instance = ?")
        .param(contact.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /**
   * Lets go of everything that a killed server was working on. Only for a database that no other
   * server uses; elsewhere missing heartbeats tell.
   */
  void releaseAll() {
    jdbc.sql(
            """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
                execution_time = ?, version = version + 1 where picked
            """)
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  private static void afterCommit(Runnable action) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      action.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            action.run();
          }
        });
  }
}
