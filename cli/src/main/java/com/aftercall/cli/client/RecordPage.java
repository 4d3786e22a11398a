package com.aftercall.cli.client;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record page, as far as the command line shows it. */
public record RecordPage(
    String name,
    String contactId,
    ContactState state,
    @Nullable String reason,
    @Nullable String channel,
    @Nullable Instant initiatedAt,
    @Nullable Instant receivedAt,
    @Nullable String agent,
    @Nullable String queue,
    List<Decision> decisions,
    List<Step> steps,
    @Nullable Recording recording,
    @Nullable Transcript transcript,
    Map<String, Analysis> analysis,
    ContactRecord contactRecord) {

  /** Absent lists are empty ones. */
  public RecordPage {
    decisions = requireNonNullElse(decisions, List.of());
    steps = requireNonNullElse(steps, List.of());
    analysis = requireNonNullElse(analysis, Map.of());
    contactRecord = requireNonNullElse(contactRecord, new ContactRecord(Map.of()));
  }

  /** What is done about one thing that a contact record may ask for, and why. */
  public record Decision(String feature, String decision, String reason) {}

  /** The audio. */
  public record Recording(
      String location,
      @Nullable Long sizeBytes,
      @Nullable Integer channels,
      @Nullable Integer sampleRateHz,
      @Nullable Long durationMillis) {}

  /** The transcript's facts, without its text. */
  public record Transcript(
      @Nullable String engine,
      @Nullable String quality,
      @Nullable String advice,
      @Nullable String language,
      @Nullable Integer turns,
      @Nullable Integer words) {}

  /** Of one participant, or of the whole contact. */
  public record Analysis(@Nullable Sentiment sentiment) {}

  /** Only what is shown. */
  public record Sentiment(@Nullable Scores overall) {}

  /** Only the label. */
  public record Scores(@Nullable String label) {}

  /** Of the record as it came only the attributes; they may hold anything, so never printed. */
  public record ContactRecord(Map<String, String> Attributes) {

    /** Absent attributes are none. */
    public ContactRecord {
      Attributes = requireNonNullElse(Attributes, Map.of());
    }

    @Override
    public String toString() {
      return "ContactRecord";
    }
  }

  /** The customer's sentiment overall. */
  public @Nullable String sentiment() {
    var customer = analysis.get("customer");
    if (customer == null || customer.sentiment() == null) {
      return null;
    }
    var overall = customer.sentiment().overall();
    return overall == null ? null : overall.label();
  }
}
