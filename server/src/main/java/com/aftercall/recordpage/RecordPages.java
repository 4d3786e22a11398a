package com.aftercall.recordpage;

import com.aftercall.access.Permission;
import com.aftercall.analysis.Analyses;
import com.aftercall.analysis.AnalysisScope;
import com.aftercall.analysis.Conversations;
import com.aftercall.analysis.CustomEntities;
import com.aftercall.analysis.KeyPhrases;
import com.aftercall.analysis.Languages;
import com.aftercall.analysis.SentimentAnalysis;
import com.aftercall.contact.AnalysisCode;
import com.aftercall.contact.Bin;
import com.aftercall.contact.Contact;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.ContactPlanner;
import com.aftercall.contact.Contacts;
import com.aftercall.recording.Recordings;
import com.aftercall.transcript.ContactLensAnalyses;
import com.aftercall.transcript.Transcripts;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what the modules know of a contact. */
@Component
public class RecordPages {

  private final Contacts contacts;
  private final Bin bin;
  private final ContactPlanner planner;
  private final Timelines timelines;
  private final Recordings recordings;
  private final Transcripts transcripts;
  private final Analyses analyses;
  private final Conversations conversations;
  private final ContactLensAnalyses contactLens;
  private final Comments comments;
  private final Attachments attachments;

  RecordPages(
      Contacts contacts,
      Bin bin,
      ContactPlanner planner,
      Timelines timelines,
      Recordings recordings,
      Transcripts transcripts,
      Analyses analyses,
      Conversations conversations,
      ContactLensAnalyses contactLens,
      Comments comments,
      Attachments attachments) {
    this.contacts = contacts;
    this.bin = bin;
    this.planner = planner;
    this.timelines = timelines;
    this.recordings = recordings;
    this.transcripts = transcripts;
    this.analyses = analyses;
    this.conversations = conversations;
    this.contactLens = contactLens;
    this.comments = comments;
    this.attachments = attachments;
  }

  /** The page of a contact, or empty if no record of it has come. */
  public Optional<RecordPage> find(ContactId id) {
    return contacts.find(id).map(this::page);
  }

  private RecordPage page(Contact contact) {
    var id = contact.id();
    var chain = contact.record().chain();
    return new RecordPage(
        contact,
        timelines.plan(id).orElseGet(() -> planner.plan(contact.record())),
        timelines.steps(id),
        contacts.names(
            Stream.of(chain.initial(), chain.previous(), chain.next())
                .filter(Objects::nonNull)
                .toList()),
        recordings.find(id).orElse(null),
        transcripts.summaries(List.of(id)).get(id),
        findings(id, AnalysisScope.CUSTOMER),
        findings(id, AnalysisScope.AGENT),
        findings(id, AnalysisScope.WHOLE),
        conversations.find(id).orElse(null),
        contactLens.find(id).orElse(null),
        comments.counts(List.of(id)).getOrDefault(id, 0),
        contact.deletedAt(),
        contact.deletedAt() == null ? null : bin.eraseAt(contact.deletedAt()),
        attachments.list(id),
        EnumSet.allOf(Permission.class));
  }

  private Findings findings(ContactId id, AnalysisScope scope) {
    return new Findings(
        analyses.find(id, AnalysisCode.SNT, scope, SentimentAnalysis.class).orElse(null),
        analyses.find(id, AnalysisCode.KW, scope, KeyPhrases.class).orElse(null),
        analyses.find(id, AnalysisCode.DL, scope, Languages.class).orElse(null),
        analyses.find(id, AnalysisCode.NE, scope, CustomEntities.class).orElse(null),
        analyses.countSyntaxTokens(id, scope).orElse(null));
  }
}
