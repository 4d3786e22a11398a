package com.aftercall.recordpage;

import com.aftercall.access.Permission;
import com.aftercall.analysis.Conversation;
import com.aftercall.contact.Contact;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.ContactPlan;
import com.aftercall.recording.Recording;
import com.aftercall.transcript.ContactLensAnalysis;
import com.aftercall.transcript.Transcripts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about one contact, but for what is large: transcript, waveform, audio.
 *
 * @param contact the newest record and what became of it
 * @param plan what was decided; for a contact that nobody has begun, what would be
 * @param steps how far each step is, in order
 * @param related names of the other contacts of the chain whose records have come, by id
 * @param recording what was found, or null
 * @param transcript its summary, or null
 * @param customer what the customer's words tell
 * @param agent what the agent's words tell
 * @param whole what all words tell
 * @param conversation how the two talk, or null without a transcript with times
 * @param contactLens what Contact Lens found out, or null
 * @param comments how many people wrote, replies included
 * @param deletedAt since when it is in the bin, or null
 * @param eraseAt from when on it is erased, or null
 * @param attachments files made from the above
 * @param allowed what the reader may do with the contact
 */
public record RecordPage(
    Contact contact,
    ContactPlan plan,
    List<Step> steps,
    Map<ContactId, String> related,
    @Nullable Recording recording,
    Transcripts.@Nullable Summary transcript,
    Findings customer,
    Findings agent,
    Findings whole,
    @Nullable Conversation conversation,
    @Nullable ContactLensAnalysis contactLens,
    int comments,
    @Nullable Instant deletedAt,
    @Nullable Instant eraseAt,
    List<Attachment> attachments,
    Set<Permission> allowed) {

  /** Takes copies. */
  public RecordPage {
    steps = List.copyOf(steps);
    related = Map.copyOf(related);
    attachments = List.copyOf(attachments);
    allowed = Set.copyOf(allowed);
  }

  /**
   * The page for somebody who may do only this: without the words found in the transcript and
   * without files, where he may not read or save them.
   *
   * @param hidden contacts of the chain that he may not see
   */
  public RecordPage limitedTo(Set<Permission> permissions, Set<ContactId> hidden) {
    var reads = permissions.contains(Permission.READ_TRANSCRIPT);
    var shown = new HashMap<>(related);
    shown.keySet().removeAll(hidden);
    return new RecordPage(
        contact,
        plan,
        steps,
        shown,
        recording,
        transcript,
        reads ? customer : customer.withoutWords(),
        reads ? agent : agent.withoutWords(),
        reads ? whole : whole.withoutWords(),
        conversation,
        contactLens == null || reads ? contactLens : contactLens.withoutWords(),
        comments,
        deletedAt,
        eraseAt,
        attachments.stream()
            .filter(attachment -> permissions.containsAll(attachment.permissions()))
            .toList(),
        permissions);
  }
}
