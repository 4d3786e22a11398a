package com.aftercall.contact;

/**
 * Tells onlookers that something about a contact is different now. Published after the change is
 * committed, or with it; an onlooker may miss it without harm.
 */
public record ContactChanged(ContactId contactId, Change change) {

  /** What is different. The label is what {@code /api/v1/events} sends. */
  public enum Change {
    /** A first or newer record has come. */
    ARRIVED,
    /** It waits, runs, is complete or failed. */
    STATE,
    /** A step began, got on or ended. */
    STEPS,
    /** A turn was corrected, or the sides were swapped. */
    TRANSCRIPT,
    /** A comment was written, changed or removed. */
    COMMENTS,
    /** Put into the bin. */
    DELETED,
    /** Taken out of it. */
    RESTORED;

    /** In lower case. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
