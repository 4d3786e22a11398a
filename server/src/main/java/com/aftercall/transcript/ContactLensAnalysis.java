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
    String fullText) {

  /** Takes copies. */
  public ContactLensAnalysis {
    categories = List.copyOf(categories);
  }

  /**
   * One of the two who speak.
   *
   * @param sentiment from −5 to 5
   * @param wordsPerMinute of talk
   * @param talkMillis in which this one spoke
   * @param interruptions that this one made, as the original wrote them (JSON)
   */
  public record Side(
      @Nullable BigDecimal sentiment,
      @Nullable BigDecimal wordsPerMinute,
      @Nullable Long talkMillis,
      @Nullable String interruptions) {}

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
