package com.aftercall.recordpage;

import com.aftercall.contact.Contact;
import com.aftercall.contact.ContactPlan;
import com.aftercall.recording.Recording;
import com.aftercall.transcript.Transcripts;
import java.util.List;
import java.util.Map;
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
 * @param attachments files made from the above
 */
public record RecordPage(
    Contact contact,
    ContactPlan plan,
    List<Step> steps,
    Map<com.aftercall.contact.ContactId, String> related,
    @Nullable Recording recording,
    Transcripts.@Nullable Summary transcript,
    Findings customer,
    Findings agent,
    Findings whole,
    List<Attachment> attachments) {

  /** Takes copies. */
  public RecordPage {
    steps = List.copyOf(steps);
    related = Map.copyOf(related);
    attachments = List.copyOf(attachments);
  }
}
