package com.aftercall.recordpage;

import com.aftercall.analysis.Analyses;
import com.aftercall.analysis.AnalysisScope;
import com.aftercall.analysis.OriginalFormats;
import com.aftercall.analysis.Syntax;
import com.aftercall.contact.AnalysisCode;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.Participant;
import com.aftercall.recording.Recording;
import com.aftercall.recording.Recordings;
import com.aftercall.transcript.ContactLensAnalyses;
import com.aftercall.transcript.SegmentRule;
import com.aftercall.transcript.StoredTranscript;
import com.aftercall.transcript.Transcripts;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The files of a record page, with the names and bytes of the original's. */
@Component
public class Attachments {

  private final Recordings recordings;
  private final Transcripts transcripts;
  private final Analyses analyses;
  private final ContactLensAnalyses contactLens;

  Attachments(
      Recordings recordings,
      Transcripts transcripts,
      Analyses analyses,
      ContactLensAnalyses contactLens) {
    this.recordings = recordings;
    this.transcripts = transcripts;
    this.analyses = analyses;
    this.contactLens = contactLens;
  }

  /** Those that exist now. */
  public List<Attachment> list(ContactId contact) {
    var list = new ArrayList<Attachment>();
    recordings.find(contact).map(Attachments::describe).ifPresent(list::add);
    var transcript = transcripts.find(contact);
    side(transcript, Participant.CUSTOMER)
        .ifPresent(bytes -> list.add(transcript(Participant.CUSTOMER, bytes)));
    side(transcript, Participant.AGENT)
        .ifPresent(bytes -> list.add(transcript(Participant.AGENT, bytes)));
    turns(contact).map(Attachments::contactLens).ifPresent(list::add);
    syntax(contact)
        .ifPresent(
            bytes ->
                list.add(Attachment.words(Attachment.SYNTAX, "Comprehend Syntax", bytes.length)));
    return list;
  }

  /** The bytes of one; the caller closes the stream. */
  public Optional<InputStream> open(ContactId contact, String name) {
    return switch (name) {
      case Attachment.CUSTOMER_TRANSCRIPT -> openSide(contact, Participant.CUSTOMER);
      case Attachment.AGENT_TRANSCRIPT -> openSide(contact, Participant.AGENT);
      case Attachment.CONTACT_LENS -> turns(contact).map(ByteArrayInputStream::new);
      case Attachment.SYNTAX -> syntax(contact).map(ByteArrayInputStream::new);
      default ->
          recordings
              .find(contact)
              .filter(recording -> describe(recording).name().equals(name))
              .map(recordings::openFile);
    };
  }

  private Optional<InputStream> openSide(ContactId contact, Participant participant) {
    return side(transcripts.find(contact), participant).map(ByteArrayInputStream::new);
  }

  private static Optional<byte[]> side(
      Optional<StoredTranscript> transcript, Participant participant) {
    return transcript.flatMap(
        said -> SegmentRule.attachment(said.channels(), said.assignment(), participant));
  }

  /** The original looked at the customer alone; whoever reads this file expects that. */
  private Optional<byte[]> syntax(ContactId contact) {
    return analyses
        .find(contact, AnalysisCode.SYN, AnalysisScope.CUSTOMER, Syntax.class)
        .map(found -> OriginalFormats.syntax(found).getBytes(StandardCharsets.UTF_8));
  }

  private Optional<byte[]> turns(ContactId contact) {
    return contactLens.findTurns(contact).map(json -> json.getBytes(StandardCharsets.US_ASCII));
  }

  private static Attachment contactLens(byte[] bytes) {
    return Attachment.words(Attachment.CONTACT_LENS, "Contact Lens Transcripts", bytes.length);
  }

  private static Attachment transcript(Participant participant, byte[] bytes) {
    return participant == Participant.CUSTOMER
        ? Attachment.words(
            Attachment.CUSTOMER_TRANSCRIPT,
            "Call Recording Transcription - Customer Side",
            bytes.length)
        : Attachment.words(
            Attachment.AGENT_TRANSCRIPT, "Call Recording Transcription - Agent Side", bytes.length);
  }

  static Attachment describe(Recording recording) {
    var file = recording.fileName();
    var dot = file.lastIndexOf('.');
    var extension = dot < 0 ? "wav" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
    return Attachment.recording(
        extension, recording.mediaType(), recording.sizeBytes(), recording.redacted());
  }
}
