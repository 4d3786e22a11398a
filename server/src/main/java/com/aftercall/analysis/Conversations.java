package com.aftercall.analysis;

import com.aftercall.contact.Contact;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.Contacts;
import com.aftercall.contact.Holds;
import com.aftercall.recording.Recording;
import com.aftercall.recording.Recordings;
import com.aftercall.transcript.StoredTranscript;
import com.aftercall.transcript.Transcripts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The figures of conversations, reckoned when they are asked for. */
@Component
public class Conversations {

  private final Contacts contacts;
  private final Recordings recordings;
  private final Transcripts transcripts;

  Conversations(Contacts contacts, Recordings recordings, Transcripts transcripts) {
    this.contacts = contacts;
    this.recordings = recordings;
    this.transcripts = transcripts;
  }

  /** The figures, or empty without a transcript in which anybody speaks for any time. */
  public Optional<Conversation> find(ContactId contact) {
    return transcripts.find(contact).flatMap(transcript -> of(contact, transcript));
  }

  private Optional<Conversation> of(ContactId contact, StoredTranscript transcript) {
    return Conversation.of(
        transcript.turns(),
        recordings.find(contact).map(Recording::duration).orElse(null),
        contacts
            .find(contact)
            .map(Contact::record)
            .map(record -> record.holds())
            .orElse(Holds.NONE));
  }
}
