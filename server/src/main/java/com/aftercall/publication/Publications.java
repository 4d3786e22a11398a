package com.aftercall.publication;

import com.aftercall.contact.Contact;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.ContactPlan;
import com.aftercall.failure.FailureCode;
import com.aftercall.publication.salesforce.ApiUsage;
import com.aftercall.publication.salesforce.Gate;
import com.aftercall.publication.salesforce.SalesforceOrg;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The copies of record pages in the Salesforce org. */
@Component
public class Publications {

  private final Drafts drafts;
  private final PublicationRows rows;
  private final Publisher publisher;
  private final SalesforceOrg org;
  private final Gate gate;
  private final PublicationSettings settings;
  private final InstantSource clock;

  Publications(
      Drafts drafts,
      PublicationRows rows,
      Publisher publisher,
      SalesforceOrg org,
      Gate gate,
      PublicationSettings settings,
      InstantSource clock) {
    this.drafts = drafts;
    this.rows = rows;
    this.publisher = publisher;
    this.org = org;
    this.gate = gate;
    this.settings = settings;
    this.clock = clock;
  }

  /** The copy of one contact, for one passage through its steps. */
  public Publication of(Contact contact, ContactPlan plan) {
    return new Publication(contact, () -> drafts.of(contact, plan), rows, publisher);
  }

  /** Whether a contact whose record came then is published before everything about it is known. */
  public boolean isOverdue(Instant receivedAt) {
    return receivedAt.plus(settings.patience()).isBefore(clock.instant());
  }

  /** Makes everything of a contact be written once more, even what was not changed. */
  public void forget(ContactId contact) {
    rows.forgetFingerprints(contact);
  }

  /**
   * Stops all servers from writing, or lets them.
   *
   * @param by the name of who wants it
   */
  public void setPaused(boolean paused, String by) {
    rows.setPaused(paused, by);
    if (!paused) {
      gate.tryNow();
    }
  }

  /** How the org is doing, as this server sees it. */
  public Standing standing() {
    var pause = rows.pause();
    return new Standing(
        pause.map(PublicationRows.Pause::since).orElse(null),
        pause.map(PublicationRows.Pause::by).orElse(null),
        rows.countPublished(),
        gate.state().map(Trouble::of).orElse(null),
        org.usage().map(Usage::of).orElse(null),
        org.apiReserve());
  }

  /**
   * How the org is doing.
   *
   * @param pausedSince since when an operator has publication paused, or null
   * @param pausedBy who did, or null if it is not paused or not known
   * @param published how many records hold what they shall
   * @param trouble what failed last, if nothing went well since
   * @param apiUsage of the daily API calls, as last heard, or null
   * @param apiReserve percent of them that are left to others
   */
  public record Standing(
      @Nullable Instant pausedSince,
      @Nullable String pausedBy,
      long published,
      @Nullable Trouble trouble,
      @Nullable Usage apiUsage,
      int apiReserve) {}

  /**
   * What is wrong with the org as a whole.
   *
   * @param code of the failure
   * @param message for people
   * @param at when it failed
   * @param until when the next try is
   */
  public record Trouble(FailureCode code, String message, Instant at, Instant until) {

    static Trouble of(Gate.Closed closed) {
      return new Trouble(closed.code(), closed.sentence(), closed.at(), closed.until());
    }
  }

  /**
   * The org's daily API calls.
   *
   * @param used in the last 24 hours, by all programs
   * @param limit how many there may be
   * @param at when Salesforce said so
   */
  public record Usage(long used, long limit, Instant at) {

    static Usage of(ApiUsage usage) {
      return new Usage(usage.used(), usage.limit(), usage.at());
    }
  }
}
