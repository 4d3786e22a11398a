package com.aftercall.recordpage.web;

import com.aftercall.access.Permission;
import com.aftercall.analysis.CustomEntity;
import com.aftercall.analysis.DominantLanguage;
import com.aftercall.analysis.RankedPhrase;
import com.aftercall.analysis.ScoredSentiment;
import com.aftercall.analysis.SentimentAnalysis;
import com.aftercall.contact.AnalysisCode;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.Decision;
import com.aftercall.contact.Feature;
import com.aftercall.contact.Requested;
import com.aftercall.recording.AudioChannel;
import com.aftercall.recording.Recording;
import com.aftercall.recordpage.Attachment;
import com.aftercall.recordpage.Findings;
import com.aftercall.recordpage.RecordPage;
import com.aftercall.recordpage.Step;
import com.aftercall.transcript.Transcripts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shapes of {@code openapi.yaml}, made from the values of the modules. */
final class PageJson {

  private static final JsonMapper JSON = JsonMapper.shared();

  private PageJson() {}

  record Related(String contactId, String relation, @Nullable String name) {}

  record RequestedJson(
      boolean recordingImport,
      boolean redactedImport,
      boolean transcription,
      @Nullable String language,
      List<String> analysis,
      boolean contactRecordImport,
      boolean contactLensImport,
      List<String> notes) {

    static RequestedJson of(Requested requested) {
      return new RequestedJson(
          requested.recordingImport(),
          requested.redactedImport(),
          requested.transcription(),
          requested.language(),
          requested.analysis().stream().sorted().map(AnalysisCode::label).toList(),
          requested.contactRecordImport(),
          requested.contactLensImport(),
          requested.notes());
    }
  }

  record DecisionJson(String feature, String decision, String reason) {

    static DecisionJson of(Feature feature, Decision decision) {
      return new DecisionJson(feature.label(), decision.kind().label(), decision.reason());
    }
  }

  record StepJson(
      String name,
      String state,
      int attempts,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Double progress,
      @Nullable String message,
      @Nullable String code,
      @Nullable String next,
      @Nullable Instant nextAt) {

    static StepJson of(Step step) {
      return new StepJson(
          step.feature().label(),
          step.state().label(),
          step.attempts(),
          step.startedAt(),
          step.endedAt(),
          step.progress(),
          step.message(),
          step.code(),
          step.next(),
          step.nextAt());
    }
  }

  record RecordingJson(
      String location,
      long sizeBytes,
      String container,
      String encoding,
      int channels,
      int sampleRateHz,
      long durationMillis,
      boolean swapped,
      List<String> assignment,
      List<String> notes,
      String source,
      boolean redacted) {

    static RecordingJson of(Recording recording) {
      return new RecordingJson(
          recording.path(),
          recording.sizeBytes(),
          recording.container(),
          recording.encoding(),
          recording.channels(),
          recording.sampleRateHz(),
          recording.duration().toMillis(),
          recording.assignment().swapped(),
          IntStream.range(0, recording.channels())
              .mapToObj(i -> recording.assignment().participantOf(new AudioChannel(i)))
              .map(participant -> participant.name().toLowerCase(Locale.ROOT))
              .toList(),
          recording.notes(),
          recording.source(),
          recording.redacted());
    }
  }

  record TranscriptJson(
      String engine,
      String quality,
      @Nullable String advice,
      @Nullable String language,
      int turns,
      int words) {

    static TranscriptJson of(Transcripts.Summary summary) {
      return new TranscriptJson(
          summary.engine(),
          summary.quality().name().toLowerCase(Locale.ROOT),
          summary.advice(),
          summary.language(),
          summary.turns(),
          summary.words());
    }
  }

  record Occurrence(int turn, int beginOffset, int endOffset) {}

  record PhraseJson(String text, double score, double relevance, List<Occurrence> occurrences) {

    static PhraseJson of(RankedPhrase phrase) {
      return new PhraseJson(
          phrase.text(),
          phrase.score(),
          phrase.relevance(),
          phrase.occurrences().stream()
              .map(o -> new Occurrence(o.turn(), o.beginOffset(), o.endOffset()))
              .toList());
    }
  }

  record EntityJson(String text, String type, double score, List<Occurrence> occurrences) {

    /** Occurrences of the same term of the same type come together, whatever their case. */
    static List<EntityJson> of(List<CustomEntity> entities) {
      Map<String, EntityJson> grouped = new LinkedHashMap<>();
      for (var entity : entities) {
        var key = entity.type() + ' ' + entity.text().toLowerCase(Locale.ROOT);
        grouped
            .computeIfAbsent(
                key,
                k ->
                    new EntityJson(entity.text(), entity.type(), entity.score(), new ArrayList<>()))
            .occurrences()
            .add(new Occurrence(entity.turn(), entity.beginOffset(), entity.endOffset()));
      }
      return List.copyOf(grouped.values());
    }
  }

  record SentimentJson(
      @Nullable Scores overall, List<@Nullable Scores> quarters, List<TurnScores> turns) {

    static SentimentJson of(SentimentAnalysis analysis) {
      var quarters = new ArrayList<@Nullable Scores>();
      analysis.quarters().forEach(quarter -> quarters.add(Scores.of(quarter)));
      return new SentimentJson(
          Scores.of(analysis.overall()),
          quarters,
          analysis.turns().stream()
              .map(
                  t ->
                      new TurnScores(
                          t.turn(),
                          t.label().name(),
                          t.scores().positive(),
                          t.scores().negative(),
                          t.scores().neutral(),
                          t.scores().mixed()))
              .toList());
    }
  }

  record Scores(String label, double positive, double negative, double neutral, double mixed) {

    static @Nullable Scores of(@Nullable ScoredSentiment scored) {
      return scored == null
          ? null
          : new Scores(
              scored.label().name(),
              scored.scores().positive(),
              scored.scores().negative(),
              scored.scores().neutral(),
              scored.scores().mixed());
    }
  }

  record TurnScores(
      int turn, String label, double positive, double negative, double neutral, double mixed) {}

  record AnalysisJson(
      @Nullable SentimentJson sentiment,
      @Nullable List<PhraseJson> keyPhrases,
      @Nullable List<DominantLanguage> dominantLanguage,
      @Nullable List<EntityJson> customEntities,
      @Nullable Integer syntaxTokens) {

    static AnalysisJson of(Findings findings) {
      return new AnalysisJson(
          findings.sentiment() == null ? null : SentimentJson.of(findings.sentiment()),
          findings.keyPhrases() == null
              ? null
              : findings.keyPhrases().phrases().stream().map(PhraseJson::of).toList(),
          findings.languages() == null ? null : findings.languages().candidates(),
          findings.customEntities() == null
              ? null
              : EntityJson.of(findings.customEntities().entities()),
          findings.syntaxTokens());
    }
  }

  record Sides(AnalysisJson customer, AnalysisJson agent, AnalysisJson whole) {}

  record Deliveries(int redelivered, int outdated) {}

  record Page(
      String name,
      String contactId,
      String state,
      @Nullable String reason,
      String channel,
      @Nullable Instant initiatedAt,
      @Nullable String customerAddress,
      @Nullable String agent,
      @Nullable String queue,
      Instant receivedAt,
      Instant lastUpdateAt,
      Deliveries deliveries,
      List<Related> related,
      RequestedJson requested,
      List<DecisionJson> decisions,
      List<StepJson> steps,
      @Nullable RecordingJson recording,
      @Nullable TranscriptJson transcript,
      Sides analysis,
      @Nullable ConversationJson conversation,
      @Nullable ContactLensJson contactLens,
      int comments,
      @Nullable Instant deletedAt,
      @Nullable Instant eraseAt,
      List<Attachment> attachments,
      JsonNode contactRecord,
      List<String> allowed) {

    static Page of(RecordPage page) {
      var contact = page.contact();
      var record = contact.record();
      return new Page(
          contact.name(),
          contact.id().value(),
          contact.state().label(),
          contact.reason(),
          record.channel(),
          record.initiatedAt(),
          record.customerAddress(),
          record.agent(),
          record.queue(),
          contact.receivedAt(),
          record.lastUpdate(),
          new Deliveries(contact.redelivered(), contact.outdated()),
          related(page),
          RequestedJson.of(page.plan().requested()),
          List.of(Feature.values()).stream()
              .map(feature -> DecisionJson.of(feature, page.plan().decision(feature)))
              .toList(),
          page.steps().stream().map(StepJson::of).toList(),
          page.recording() == null ? null : RecordingJson.of(page.recording()),
          page.transcript() == null ? null : TranscriptJson.of(page.transcript()),
          new Sides(
              AnalysisJson.of(page.customer()),
              AnalysisJson.of(page.agent()),
              AnalysisJson.of(page.whole())),
          page.conversation() == null ? null : ConversationJson.of(page.conversation()),
          page.contactLens() == null ? null : ContactLensJson.of(page.contactLens()),
          page.comments(),
          page.deletedAt(),
          page.eraseAt(),
          page.attachments(),
          JSON.readTree(contact.json()),
          page.allowed().stream().sorted().map(Permission::label).toList());
    }

    private static List<Related> related(RecordPage page) {
      var chain = page.contact().record().chain();
      var related = new ArrayList<Related>();
      addRelated(related, "initial", chain.initial(), page);
      addRelated(related, "previous", chain.previous(), page);
      addRelated(related, "next", chain.next(), page);
      return related;
    }

    private static void addRelated(
        List<Related> related, String relation, @Nullable ContactId id, RecordPage page) {
      if (id != null && !id.equals(page.contact().id())) {
        related.add(new Related(id.value(), relation, page.related().get(id)));
      }
    }

    @Override
    public String toString() {
      return "Page[%s]".formatted(name);
    }
  }
}
