package com.aftercall.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of a contact, without its record. Personal data, so its {@code toString} has
 * the name alone.
 *
 * @param contactId the key
 * @param number see {@link Contact#number()}
 * @param state how far it is
 * @param reason why, or null
 * @param channel such as {@code VOICE}
 * @param initiatedAt when it began, or null
 * @param customerAddress number or address, or null
 * @param agent user name, or null
 * @param queue name, or null
 * @param receivedAt when the newest version came
 */
public record ContactHeadline(
    ContactId contactId,
    long number,
    ContactState state,
    @Nullable String reason,
    String channel,
    @Nullable Instant initiatedAt,
    @Nullable String customerAddress,
    @Nullable String agent,
    @Nullable String queue,
    Instant receivedAt) {

  @Override
  public String toString() {
    return "ContactHeadline[%s]".formatted(Contact.name(number));
  }
}
