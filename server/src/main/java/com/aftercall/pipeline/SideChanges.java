package com.aftercall.pipeline;

import com.aftercall.contact.ContactChanged;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.ContactState;
import com.aftercall.contact.Contacts;
import com.aftercall.contact.Feature;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Contacts that have to be analyzed anew because their sides have changed, maybe hundreds of
 * thousands at once. They are noted with the change and sent on their way afterwards, some at a
 * time, so that nobody waits for it; a server that stopped before the end goes on when it starts.
 */
@Component
class SideChanges {

  private static final Logger log = LoggerFactory.getLogger(SideChanges.class);

  static final List<Feature> ANALYSES =
      List.of(
          Feature.SENTIMENT,
          Feature.KEY_PHRASES,
          Feature.DOMINANT_LANGUAGE,
          Feature.CUSTOM_ENTITIES,
          Feature.SYNTAX);

  /** How many contacts are locked at once: for milliseconds, so that their records can come. */
  private static final int BATCH = 200;

  private final Contacts contacts;
  private final StepRows table;
  private final ContactSchedule schedule;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;

  SideChanges(
      Contacts contacts,
      StepRows table,
      ContactSchedule schedule,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      ApplicationEventPublisher events) {
    this.contacts = contacts;
    this.table = table;
    this.schedule = schedule;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.events = events;
  }

  /** Notes them in the caller's transaction; when it is committed, they go on their way. */
  void note(List<ContactId> changed) {
    if (changed.isEmpty()) {
      return;
    }
    jdbc.sql("insert into side_change select unnest(?) on conflict do nothing")
        .param(ids(changed))
        .update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            start();
          }
        });
  }

  @EventListener
  void goOn(ApplicationReadyEvent event) {
    start();
  }

  private void start() {
    Thread.ofVirtual().name("side-changes").start(this::scheduleAll);
  }

  private void scheduleAll() {
    try {
      var batch = next("");
      while (!batch.isEmpty()) {
        var some = batch;
        transactions.executeWithoutResult(status -> schedule(some));
        some.forEach(this::tell);
        batch = next(some.getLast().value());
      }
    } catch (DataAccessException | TransactionException e) {
      log.warn(
          "Contacts whose sides changed could not all be scheduled ({}); those left are when the server starts again",
          e.getClass().getSimpleName());
    }
  }

  private List<ContactId> next(String after) {
    return jdbc.sql(
            "select contact_id from side_change where contact_id > ? order by contact_id limit ?")
        .params(after, BATCH)
        .query((row, number) -> new ContactId(row.getString(1)))
        .list();
  }

  /** By id, as intake locks them too. One that is being worked on is looked at again at its end. */
  private void schedule(List<ContactId> batch) {
    for (var contact : batch) {
      if (contacts.lockVersion(contact).isPresent()) {
        contacts.setState(contact, ContactState.WAITING, null);
      }
    }
    schedule.schedule(batch);
  }

  /** Tells onlookers that the turns are another side's. */
  void tell(ContactId contact) {
    events.publishEvent(new ContactChanged(contact, ContactChanged.Change.TRANSCRIPT));
  }

  /** Makes a contact that is noted forget its analyses; called before it is worked on. */
  void take(ContactId contact) {
    if (!isNoted(contact)) {
      return;
    }
    transactions.executeWithoutResult(
        status -> {
          var noted =
              jdbc.sql("delete from side_change where contact_id = ?")
                  .param(contact.value())
                  .update();
          if (noted > 0) {
            reset(contact);
          }
        });
  }

  /** Makes a contact forget its analyses. */
  void reset(ContactId contact) {
    ANALYSES.forEach(step -> table.reset(contact, step));
  }

  /** Whether it has to be worked on again. */
  boolean isNoted(ContactId contact) {
    return jdbc.sql("select exists (select from side_change where contact_id = ?)")
        .param(contact.value())
        .query(Boolean.class)
        .single();
  }

  private static String[] ids(List<ContactId> contacts) {
    return contacts.stream().map(ContactId::value).toArray(String[]::new);
  }
}
