package com.aftercall.analysis;

import com.aftercall.contact.AnalysisCode;
import com.aftercall.contact.ContactId;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.StoredTranscript;
import com.aftercall.transcript.Transcripts;
import com.aftercall.transcript.Turn;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The analyses of contacts, each made and stored by itself for customer, agent and whole, so that
 * one that fails takes no other with it.
 */
@Repository
public class Analyses {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Transcripts transcripts;
  private final TranscriptAnalyzer analyzer;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  Analyses(
      Transcripts transcripts,
      TranscriptAnalyzer analyzer,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.transcripts = transcripts;
    this.analyzer = analyzer;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Finds the sentiment; gives a sentence for the timeline, as all of these do. */
  public String analyzeSentiment(ContactId contact) {
    return analyze(
        contact,
        AnalysisCode.SNT,
        said -> analyzer.sentiment(said.turns(), said.language()),
        result -> result.turns().size() + " turns have a sentiment.");
  }

  /** Finds the key phrases. */
  public String findKeyPhrases(ContactId contact) {
    return analyze(
        contact,
        AnalysisCode.KW,
        said -> analyzer.keyPhrases(said.turns(), said.language()),
        result -> result.phrases().size() + " key phrases.");
  }

  /** Finds the language; needs none to be known. */
  public String detectLanguage(ContactId contact) {
    return analyze(
        contact,
        AnalysisCode.DL,
        said -> analyzer.dominantLanguage(said.turns()),
        result ->
            result
                .dominant()
                .map(found -> found.languageTag() + ".")
                .orElse("No language stood out."));
  }

  /** Finds the terms of the operator's own lists. */
  public String findCustomEntities(ContactId contact) {
    return analyze(
        contact,
        AnalysisCode.NE,
        said -> analyzer.customEntities(said.turns(), said.language()),
        Analyses::describe);
  }

  /** Finds the parts of speech. */
  public String analyzeSyntax(ContactId contact) {
    return analyze(
        contact,
        AnalysisCode.SYN,
        said -> analyzer.syntax(said.turns(), said.language()),
        result -> result.tokens().size() + " words and marks.");
  }

  /** The result of one analysis, if it was made. */
  public <T> Optional<T> find(
      ContactId contact, AnalysisCode code, AnalysisScope scope, Class<T> type) {
    return jdbc.sql(
            "select result from analysis where contact_id = ? and code = ? and participant = ?")
        .params(contact.value(), code.label(), label(scope))
        .query(String.class)
        .optional()
        .map(json -> JSON.readValue(json, type));
  }

  /**
   * How many syntax tokens there are, without reading them; empty if the syntax was not analyzed.
   */
  public Optional<Integer> countSyntaxTokens(ContactId contact, AnalysisScope scope) {
    return jdbc.sql(
            """
            select jsonb_array_length(result -> 'tokens') from analysis
            where contact_id = ? and code = 'syn' and participant = ?
            """)
        .params(contact.value(), label(scope))
        .query(Integer.class)
        .optional();
  }

  /** The customer's overall sentiment of those contacts that have one. */
  public Map<ContactId, Sentiment> sentiments(Collection<ContactId> contacts) {
    Map<ContactId, Sentiment> found = new HashMap<>();
    jdbc.sql(
            """
            select contact_id, result -> 'overall' ->> 'label' as label from analysis
            where contact_id = any(?) and code = 'snt' and participant = 'customer'
                and result -> 'overall' ->> 'label' is not null
            """)
        .param(contacts.stream().map(ContactId::value).toArray(String[]::new))
        .query(
            (row, number) ->
                found.put(
                    new ContactId(row.getString("contact_id")),
                    Sentiment.valueOf(row.getString("label"))))
        .list();
    return found;
  }

  private record Said(List<Turn> turns, LanguageCode language) {

    @Override
    public String toString() {
      return "Said[%d turns, %s]".formatted(turns.size(), language);
    }
  }

  private <T> String analyze(
      ContactId contact,
      AnalysisCode code,
      Function<Said, ByScope<T>> analysis,
      Function<T, String> description) {
    var transcript =
        transcripts
            .find(contact)
            .orElseThrow(
                () ->
                    new PermanentException(
                        FailureCode.NEEDS_EARLIER_STEP, "this contact has no transcript"));
    var turns = transcript.turns();
    if (turns.isEmpty()) {
      remove(contact, code);
      return "Nobody said anything that was understood, so there is nothing to analyze.";
    }
    var said = new Said(turns, language(transcript, turns));
    var results = analysis.apply(said);
    transactions.executeWithoutResult(
        status -> {
          for (var scope : AnalysisScope.values()) {
            store(contact, code, scope, results.of(scope));
          }
        });
    return description.apply(results.whole());
  }

  /** What is wrong with the operator's lists is said on every contact that it may have touched. */
  private static String describe(CustomEntities found) {
    var count = found.entities().size() + " custom entities.";
    return found.problems().isEmpty() ? count : count + " " + String.join(" ", found.problems());
  }

  /** A finished transcript may not say its language; then the words do. */
  private LanguageCode language(StoredTranscript transcript, List<Turn> turns) {
    return transcript
        .language()
        .orElseGet(
            () ->
                analyzer
                    .dominantLanguage(turns)
                    .whole()
                    .dominant()
                    .map(found -> new LanguageCode(found.languageTag() + "-XX"))
                    .orElse(new LanguageCode("en-US")));
  }

  private void store(ContactId contact, AnalysisCode code, AnalysisScope scope, Object result) {
    jdbc.sql(
            """
            insert into analysis (contact_id, code, participant, result, stored_at)
            values (?, ?, ?, ?::jsonb, ?)
            on conflict (contact_id, code, participant) do update
                set result = excluded.result, stored_at = excluded.stored_at
            """)
        .params(
            contact.value(),
            code.label(),
            label(scope),
            JSON.writeValueAsString(result),
            Timestamp.from(clock.instant()))
        .update();
  }

  private void remove(ContactId contact, AnalysisCode code) {
    jdbc.sql("delete from analysis where contact_id = ? and code = ?")
        .params(contact.value(), code.label())
        .update();
  }

  private static String label(AnalysisScope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }
}
