package com.aftercall.pipeline;

import com.aftercall.contact.ContactId;
import com.aftercall.contact.ContactState;
import com.aftercall.contact.Contacts;
import com.aftercall.contact.Feature;
import com.aftercall.publication.Publications;
import com.aftercall.recording.Recordings;
import com.aftercall.recording.SourceSwaps;
import com.aftercall.recordpage.Step;
import com.aftercall.transcript.Transcripts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends contacts on their way again. */
@Component
public class ContactRetries {

  private final Contacts contacts;
  private final Recordings recordings;
  private final SourceSwaps sources;
  private final Transcripts transcripts;
  private final SideChanges sides;
  private final Publications publications;
  private final StepRows table;
  private final ContactSchedule schedule;
  private final TransactionTemplate transactions;

  ContactRetries(
      Contacts contacts,
      Recordings recordings,
      SourceSwaps sources,
      Transcripts transcripts,
      SideChanges sides,
      Publications publications,
      StepRows table,
      ContactSchedule schedule,
      TransactionTemplate transactions) {
    this.contacts = contacts;
    this.recordings = recordings;
    this.sources = sources;
    this.transcripts = transcripts;
    this.sides = sides;
    this.publications = publications;
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
    AT_WORK,
    /** The contact has no recording, so it has no source. */
    NO_SOURCE
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
          if (steps.stream().anyMatch(Feature::isPublication)) {
            publications.forget(contact);
          }
          if (steps.contains(Feature.RECORDING) || steps.contains(Feature.TRANSCRIPT)) {
            transcripts.renew(contact);
          }
        });
  }

  /** Makes all analyses anew, and tries again what failed. */
  public Outcome reanalyze(ContactId contact) {
    return again(
        contact,
        () -> {
          table.find(contact).values().stream()
              .filter(row -> row.state() == Step.State.FAILED)
              .forEach(row -> table.reset(contact, row.feature()));
          sides.reset(contact);
        });
  }

  /** Says who speaks on which channel, and analyzes anew, because the sides have changed. */
  public Outcome setSwapped(ContactId contact, boolean swapped) {
    return told(
        contact,
        again(
            contact,
            () -> {
              recordings.setSwapped(contact, swapped);
              sides.reset(contact);
            }));
  }

  /**
   * The same for all contacts of the same source, now and in future, but those of which somebody
   * said it by themselves. The others follow soon after.
   */
  public Outcome setSourceSwapped(ContactId contact, boolean swapped) {
    var recording = recordings.find(contact);
    if (recording.isEmpty()) {
      return contacts.names(List.of(contact)).isEmpty() ? Outcome.NO_CONTACT : Outcome.NO_SOURCE;
    }
    var source = recording.get().source();
    return told(contact, again(contact, () -> swapSource(contact, source, swapped)));
  }

  private void swapSource(ContactId contact, String source, boolean swapped) {
    sides.note(
        sources.set(source, swapped).stream().filter(other -> !other.equals(contact)).toList());
    if (transcripts.followsSource(contact)) {
      recordings.clearSwapped(contact);
    } else {
      recordings.setSwapped(contact, swapped);
    }
    sides.reset(contact);
  }

  private Outcome told(ContactId contact, Outcome outcome) {
    if (outcome == Outcome.SCHEDULED) {
      sides.tell(contact);
    }
    return outcome;
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
