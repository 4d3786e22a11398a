package com.aftercall.transcript;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call went, as Contact Lens found. Whatever its file lacks is null or empty; nothing is
 * invented.
 *
 * @param agent how the agent spoke
 * @param customer how the customer spoke
 * @param customerCurve how the customer's sentiment went
 * @param interruptions how often one interrupted the other
 * @param nonTalkMillis in which nobody spoke
 * @param talkMillis in which anybody spoke
 * @param categories names of the rules that matched, in the order of the file
 * @param categoryDetails where they matched, as the original wrote it (JSON); null if the file has
 *     no categories at all
 * @param fullText all that was said, turns joined by blanks
 * @param highlights issues, outcomes and things to do, in the order in which they were said
 * @param summary of the whole call, where Contact Lens wrote one
 */
public record ContactLensAnalysis(
    Side agent,
    Side customer,
    @Nullable Curve customerCurve,
    @Nullable Integer interruptions,
    @Nullable Long nonTalkMillis,
    @Nullable Long talkMillis,
    List<String> categories,
    @Nullable String categoryDetails,
    String fullText,
    List<Highlight> highlights,
    @Nullable String summary) {

  /** Takes copies. What was stored before there were highlights has none. */
  public ContactLensAnalysis {
    categories = List.copyOf(categories);
    highlights = highlights == null ? List.of() : List.copyOf(highlights);
  }

  /** The same for somebody who may not read what was said. */
  public ContactLensAnalysis withoutWords() {
    return new ContactLensAnalysis(
        agent,
        customer,
        customerCurve,
        interruptions,
        nonTalkMillis,
        talkMillis,
        categories,
        categoryDetails,
        "",
        List.of(),
        null);
  }

  /**
   * One of the two who speak.
   *
   * @param sentiment from −5 to 5
   * @param wordsPerMinute of talk
   * @param talkMillis in which this one spoke
   * @param interruptions that this one made, as the original wrote them (JSON)
   * @param quarters sentiment in each quarter of the call; empty if the file has none
   * @param loudness of all seconds in which this one spoke
   */
  public record Side(
      @Nullable BigDecimal sentiment,
      @Nullable BigDecimal wordsPerMinute,
      @Nullable Long talkMillis,
      @Nullable String interruptions,
      List<BigDecimal> quarters,
      @Nullable Loudness loudness) {

    /** Takes a copy. What was stored before there were quarters has none. */
    public Side {
      quarters = quarters == null ? List.of() : List.copyOf(quarters);
    }
  }

  /**
   * How loud somebody spoke, by the second, in the unit of Contact Lens: 0 to 100.
   *
   * @param lowest of all seconds
   * @param average of all seconds
   * @param highest of all seconds
   */
  public record Loudness(double lowest, double average, double highest) {}

  /**
   * Something said that matters.
   *
   * @param kind why
   * @param participant who said it, as a role of the file such as {@code AGENT}; empty if it has
   *     none
   * @param beginMillis when the turn begins in which it was said
   * @param text what was said; personal data, so never logged
   */
  public record Highlight(Kind kind, String participant, long beginMillis, String text) {

    /** Why something matters; each has a list of its own in a turn of the file. */
    public enum Kind {
      /** What the customer called for. */
      ISSUE("IssuesDetected"),
      /** How it ended. */
      OUTCOME("OutcomesDetected"),
      /** What somebody has to do. */
      ACTION_ITEM("ActionItemsDetected");

      private final String member;

      Kind(String member) {
        this.member = member;
      }

      String member() {
        return member;
      }
    }

    /** Leaves out what was said. */
    @Override
    public String toString() {
      return "Highlight[%s at %d]".formatted(kind, beginMillis);
    }
  }

  /** How a sentiment went from the first quarter of a call over its middle to the last one. */
  public enum Curve {
    /** Up by 1 at least, then up again. */
    S("S"),
    /** Down by 1 at least, then down again. */
    Z("Z"),
    /** Neither. */
    OTHER("Other");

    private final String label;

    Curve(String label) {
      this.label = label;
    }

    /** What the original wrote. */
    public String label() {
      return label;
    }
  }

  /** Leaves out what was said. */
  @Override
  public String toString() {
    return "ContactLensAnalysis[%d categories]".formatted(categories.size());
  }
}
