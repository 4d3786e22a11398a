package com.aftercall.publication;

import com.aftercall.contact.Contact;
import com.aftercall.contact.Feature;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.NotYet;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The copy of one contact in Salesforce, for one passage through its steps. What shall be there is
 * made at first use, and both of its objects are written together where both have changed.
 */
public final class Publication {

  private final Contact contact;
  private final Supplier<Map<PublishedObject, Draft>> maker;
  private final PublicationRows rows;
  private final Publisher publisher;
  private @Nullable Map<PublishedObject, Draft> drafts;

  Publication(
      Contact contact,
      Supplier<Map<PublishedObject, Draft>> maker,
      PublicationRows rows,
      Publisher publisher) {
    this.contact = contact;
    this.maker = maker;
    this.rows = rows;
    this.publisher = publisher;
  }

  /** Whether the org holds something else than it shall, as far as we know. */
  public boolean isStale(Feature feature) {
    var draft = drafts().get(PublishedObject.of(feature));
    return draft != null && isStale(draft);
  }

  /**
   * Writes what is not there yet. Again: writes nothing twice.
   *
   * @return what was done, a sentence for the timeline
   * @throws RetryableException with one of the {@code SALESFORCE_} codes
   * @throws PermanentException with {@code SALESFORCE_REFUSED}
   * @throws NotYet if it is not even tried now
   */
  public String publish(Feature feature) {
    var object = PublishedObject.of(feature);
    var draft = drafts().get(object);
    if (draft == null) {
      throw new PermanentException(
          FailureCode.NEEDS_EARLIER_STEP, "there is nothing to publish of this contact");
    }
    if (isStale(draft)) {
      publisher.publish(contact.id(), staleWith(draft));
    }
    return rows.find(contact.id(), object).map(PublicationRows.Row::message).orElse("Published.");
  }

  /** The one that is asked for first, then the other if it is to be written too. */
  private List<Draft> staleWith(Draft first) {
    var stale = new ArrayList<Draft>();
    stale.add(first);
    drafts().values().stream()
        .filter(draft -> draft.object() != first.object() && isStale(draft))
        .forEach(stale::add);
    return stale;
  }

  private boolean isStale(Draft draft) {
    return rows.find(contact.id(), draft.object())
        .filter(row -> draft.fingerprint().equals(row.fingerprint()))
        .isEmpty();
  }

  private Map<PublishedObject, Draft> drafts() {
    if (drafts == null) {
      drafts = maker.get();
    }
    return drafts;
  }
}
