package com.aftercall.pipeline;

import com.aftercall.contact.ContactId;
import com.aftercall.contact.ContactState;
import com.aftercall.contact.Contacts;
import com.aftercall.contact.Feature;
import com.aftercall.recording.Recordings;
import com.aftercall.recordpage.Step;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends contacts on their way again. */
@Component
public class ContactRetries {

  private static final List<Feature> ANALYSES =
      List.of(
          Feature.SENTIMENT,
          Feature.KEY_PHRASES,
          Feature.DOMINANT_LANGUAGE,
          Feature.CUSTOM_ENTITIES,
          Feature.SYNTAX);

  private final Contacts contacts;
  private final Recordings recordings;
  private final StepRows table;
  private final ContactSchedule schedule;
  private final TransactionTemplate transactions;

  ContactRetries(
      Contacts contacts,
      Recordings recordings,
      StepRows table,
      ContactSchedule schedule,
      TransactionTemplate transactions) {
    this.contacts = contacts;
    this.recordings = recordings;
    this.table = table;
    this.schedule = schedule;
    this.transactions = transactions;
  }

  /** What became of a request. */
  public enum Outcome {
    /** The contact goes on its way as soon as there is room. */
    SCHEDULED,
    /** There is no such contact. */
    NO_CONTACT,
    /** The contact is at work right now. */
    AT_WORK
  }

  /**
   * Runs a contact again.
   *
   * @param from this step and those that need its product; empty for the steps that failed, or all
   *     if none did
   */
  public Outcome retry(ContactId contact, Optional<Feature> from) {
    return again(
        contact,
        () -> {
          var steps = from.map(List::of).orElseGet(() -> failed(contact));
          steps.forEach(step -> table.reset(contact, step));
        });
  }

  /** Says who speaks on which channel, and analyzes anew, because the sides have changed. */
  public Outcome setSwapped(ContactId contact, boolean swapped) {
    return again(
        contact,
        () -> {
          recordings.setSwapped(contact, swapped);
          ANALYSES.forEach(step -> table.reset(contact, step));
        });
  }

  private List<Feature> failed(ContactId contact) {
    var failed =
        table.find(contact).values().stream()
            .filter(row -> row.state() == Step.State.FAILED)
            .map(StepRow::feature)
            .toList();
    return failed.isEmpty() ? List.of(Feature.RECORDING) : failed;
  }

  private Outcome again(ContactId contact, Runnable change) {
    return transactions.execute(
        status -> {
          if (contacts.lockVersion(contact).isEmpty()) {
            return Outcome.NO_CONTACT;
          }
          if (schedule.isPicked(contact)) {
            return Outcome.AT_WORK;
          }
          change.run();
          contacts.setState(contact, ContactState.WAITING, null);
          schedule.schedule(List.of(contact));
          return Outcome.SCHEDULED;
        });
  }
}
