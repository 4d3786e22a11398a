package com.aftercall.search;

import com.aftercall.analysis.Analyses;
import com.aftercall.analysis.AnalysisScope;
import com.aftercall.analysis.Conversation;
import com.aftercall.analysis.Conversations;
import com.aftercall.analysis.CustomEntities;
import com.aftercall.analysis.DominantLanguage;
import com.aftercall.analysis.KeyPhrases;
import com.aftercall.analysis.Languages;
import com.aftercall.contact.AnalysisCode;
import com.aftercall.contact.ContactFacts;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.Contacts;
import com.aftercall.contact.Participant;
import com.aftercall.recording.Recording;
import com.aftercall.recording.Recordings;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.StoredTranscript;
import com.aftercall.transcript.Transcripts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what lists need to know of each contact. */
@Component
public class ContactIndex {

  /**
   * Stands between turns, so that no phrase runs from one into the next. It takes a place of its
   * own and is then deleted.
   */
  private static final String TURN_END = "0aftercall0turn0end0";

  /**
   * Six hours of fast speech. What PostgreSQL keeps of a text may have one megabyte, which a longer
   * text without repetitions could exceed.
   */
  private static final int MOST_CHARACTERS = 300_000;

  private static final String STORE_CONTENT =
      """
      insert into contact_content (number, configuration, participants, begins_millis, lines, said)
      select number, ?, ?, ?, ?, ts_delete(
          setweight(to_tsvector(cast(? as regconfig), ?), 'A')
          || setweight(to_tsvector(cast(? as regconfig), ?), 'B')
          || setweight(to_tsvector(cast(? as regconfig), ?), 'C'), ?)
      from contact where contact_id = ?
      on conflict (number) do update set configuration = excluded.configuration,
          participants = excluded.participants, begins_millis = excluded.begins_millis,
          lines = excluded.lines, said = excluded.said
      """;

  private static final String STORE_FINDINGS =
      """
      insert into contact_finding (number, phrases, entities)
      select number, ?, ? from contact where contact_id = ?
      on conflict (number) do update set phrases = excluded.phrases, entities = excluded.entities
      """;

  private final Contacts contacts;
  private final Recordings recordings;
  private final Transcripts transcripts;
  private final Analyses analyses;
  private final Conversations conversations;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  ContactIndex(
      Contacts contacts,
      Recordings recordings,
      Transcripts transcripts,
      Analyses analyses,
      Conversations conversations,
      JdbcClient jdbc,
      TransactionTemplate transactions) {
    this.contacts = contacts;
    this.recordings = recordings;
    this.transcripts = transcripts;
    this.analyses = analyses;
    this.conversations = conversations;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * Takes over what is stored about the contact now. Nothing happens to one that is not there.
   * Holds the contact's lock, so that of two at the same time the later one has seen what the
   * earlier one saw.
   */
  public void refresh(ContactId contact) {
    transactions.executeWithoutResult(
        status -> {
          if (contacts.lockVersion(contact).isEmpty()) {
            return;
          }
          var transcript = transcripts.find(contact);
          contacts.setFacts(contact, facts(contact, transcript));
          transcript.ifPresent(found -> store(contact, found));
        });
  }

  private ContactFacts facts(ContactId contact, Optional<StoredTranscript> transcript) {
    var conversation = conversations.find(contact);
    var sentiment = analyses.sentiments(List.of(contact)).get(contact);
    return new ContactFacts(
        recordings.find(contact).map(Recording::duration).orElse(null),
        transcript.map(found -> language(contact, found)).orElse(null),
        sentiment == null ? null : sentiment.name(),
        conversation.flatMap(Conversation::agentTalkShare).orElse(null),
        conversation.map(Conversation::silenceShare).orElse(null));
  }

  /** A finished transcript may not say its language; then the words do. */
  private @Nullable String language(ContactId contact, StoredTranscript transcript) {
    return transcript
        .language()
        .map(LanguageCode::value)
        .or(
            () ->
                analyses
                    .find(contact, AnalysisCode.DL, AnalysisScope.WHOLE, Languages.class)
                    .flatMap(Languages::dominant)
                    .map(DominantLanguage::languageTag))
        .orElse(null);
  }

  private void store(ContactId contact, StoredTranscript transcript) {
    var lines =
        transcript.turns().stream()
            .map(turn -> new Line(turn.participant(), turn.begin().toMillis(), turn.text()))
            .toList();
    storeContent(contact, configuration(language(contact, transcript)), lines);
    var phrases = analyses.find(contact, AnalysisCode.KW, AnalysisScope.WHOLE, KeyPhrases.class);
    var entities =
        analyses.find(contact, AnalysisCode.NE, AnalysisScope.WHOLE, CustomEntities.class);
    jdbc.sql(STORE_FINDINGS)
        .param(phrases.map(ContactIndex::texts).orElse(new String[0]))
        .param(entities.map(ContactIndex::texts).orElse(new String[0]))
        .param(contact.value())
        .update();
  }

  private void storeContent(ContactId contact, String configuration, List<Line> lines) {
    jdbc.sql(
            """
            insert into search_configuration (configuration) values (?) on conflict do nothing
            """)
        .param(configuration)
        .update();
    jdbc.sql(STORE_CONTENT)
        .param(configuration)
        .param(lines.stream().map(Line::side).toArray(String[]::new))
        .param(lines.stream().map(Line::beginMillis).toArray(Long[]::new))
        .param(lines.stream().map(Line::text).toArray(String[]::new))
        .param(configuration)
        .param(saidBy(Participant.AGENT, lines))
        .param(configuration)
        .param(saidBy(Participant.CUSTOMER, lines))
        .param(configuration)
        .param(saidBy(Participant.UNKNOWN, lines))
        .param(TURN_END)
        .param(contact.value())
        .update();
  }

  private String configuration(@Nullable String language) {
    return jdbc.sql("select cfgname from pg_ts_config where cfgname = ?")
        .param(Language.configuration(language))
        .query(String.class)
        .optional()
        .orElse(Language.WITHOUT_RULES);
  }

  private static String saidBy(Participant participant, List<Line> lines) {
    var said =
        lines.stream()
            .filter(line -> line.participant() == participant)
            .map(Line::text)
            .collect(Collectors.joining(" " + TURN_END + " "));
    var kept = said.length() <= MOST_CHARACTERS ? said : said.substring(0, MOST_CHARACTERS);
    return kept + " " + TURN_END;
  }

  private static String[] texts(KeyPhrases found) {
    return found.phrases().stream()
        .map(phrase -> Filters.lower(phrase.text()))
        .distinct()
        .toArray(String[]::new);
  }

  private static String[] texts(CustomEntities found) {
    return found.entities().stream()
        .flatMap(
            entity -> Stream.of(entity.type(), entity.type() + ":" + Filters.lower(entity.text())))
        .distinct()
        .toArray(String[]::new);
  }
}
