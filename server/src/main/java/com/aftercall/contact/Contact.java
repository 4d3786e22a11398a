package com.aftercall.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One contact as stored.
 *
 * @param number counts contacts in the order of their first arrival, from 1
 * @param record the newest version, read
 * @param json the newest version as it came
 * @param receivedAt when the newest version came
 * @param state how far it is
 * @param reason why it is in that state, one sentence, or null
 * @param redelivered how often the same version came again
 * @param outdated how often an older version came after a newer one and was ignored
 * @param deletedAt in the bin since, or null
 */
public record Contact(
    long number,
    ContactRecord record,
    String json,
    Instant receivedAt,
    ContactState state,
    @Nullable String reason,
    int redelivered,
    int outdated,
    @Nullable Instant deletedAt) {

  /** Whether it is in the bin. */
  public boolean isDeleted() {
    return deletedAt != null;
  }

  /** The key. */
  public ContactId id() {
    return record.contactId();
  }

  /** {@code CCA 000001}, the form of the original's auto-number. */
  public String name() {
    return name(number);
  }

  /** The name that a number has. */
  public static String name(long number) {
    return "CCA %06d".formatted(number);
  }

  /** Number and id alone. */
  @Override
  public String toString() {
    return "Contact[%s, %s, %s]".formatted(name(), id(), state);
  }
}
