package com.aftercall.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the contact center reports about one contact: the fields that Aftercall works with. The
 * whole record, unknown fields included, is kept beside it as it came. Personal data, so its {@code
 * toString} has the id alone.
 *
 * @param contactId the key
 * @param lastUpdate the version; of two copies the later one is newer. Where the record has no
 *     {@code LastUpdateTimestamp}, the latest time in it, and the epoch if it has none at all
 * @param channel {@code VOICE}, {@code CHAT}, …; values not known today are kept
 * @param initiatedAt when it began, or null
 * @param customerAddress number or address of the customer, or null
 * @param agent user name of the agent, or null if none was connected
 * @param agentConnected whether somebody answered; false for abandoned contacts and voicemail
 * @param queue name of the queue, or null
 * @param holds never null; {@link Holds#NONE} if the record has none
 * @param instanceArn the Connect instance, or null
 * @param chain the other contacts of a transfer
 * @param attributes never null; empty if the record has none
 * @param recording the older single field, or null
 * @param recordings the newer list, in the record's order; may be empty
 */
public record ContactRecord(
    ContactId contactId,
    Instant lastUpdate,
    String channel,
    @Nullable Instant initiatedAt,
    @Nullable String customerAddress,
    @Nullable String agent,
    boolean agentConnected,
    @Nullable String queue,
    Holds holds,
    @Nullable String instanceArn,
    Chain chain,
    ContactAttributes attributes,
    @Nullable RecordingReference recording,
    List<RecordingReference> recordings) {

  /** Takes a copy of the list. */
  public ContactRecord {
    recordings = List.copyOf(recordings);
  }

  /**
   * The recording that holds the conversation with the agent. A contact may have one made by the
   * IVR before it; the agent's is named by the older field, else it is the one that says so, else
   * the last.
   */
  public Optional<RecordingReference> mainRecording() {
    var audio = recordings.stream().filter(RecordingReference::isAudio).toList();
    if (recording != null && (recording.location() != null || audio.isEmpty())) {
      return Optional.of(recording);
    }
    var ofAgent =
        audio.stream().filter(r -> "Agent".equalsIgnoreCase(r.participantType())).findFirst();
    return ofAgent.or(() -> audio.stream().reduce((first, second) -> second));
  }

  /** The chat's transcript, for contacts that were written instead of spoken. */
  public Optional<RecordingReference> chatTranscript() {
    return recordings.stream().filter(RecordingReference::isChat).findFirst();
  }

  /** Whether people wrote to each other instead of speaking. */
  public boolean isChat() {
    return channel.equalsIgnoreCase("CHAT");
  }

  /** The id alone. */
  @Override
  public String toString() {
    return "ContactRecord[%s, %s]".formatted(contactId, lastUpdate);
  }

  /**
   * The other contacts of a transfer, each null where there is none.
   *
   * @param initial the first of the chain
   * @param previous the one before
   * @param next the one after
   */
  public record Chain(
      @Nullable ContactId initial, @Nullable ContactId previous, @Nullable ContactId next) {}
}
