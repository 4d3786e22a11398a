package com.aftercall.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How those in the scope felt about the contact, in whole and in time.
 *
 * @param overall of the whole contact; null if nobody in the scope spoke
 * @param quarters of the four quarters of the contact's time, in order, null where nobody in the
 *     scope spoke; begin to end of the contact is from zero to the end of the last turn of anybody
 * @param turns of each turn in the scope, in order
 */
public record SentimentAnalysis(
    @Nullable ScoredSentiment overall,
    List<@Nullable ScoredSentiment> quarters,
    List<TurnSentiment> turns) {

  /** Takes copies; throws {@link IllegalArgumentException} unless there are four quarters. */
  public SentimentAnalysis {
    if (quarters.size() != 4) {
      throw new IllegalArgumentException("%d quarters".formatted(quarters.size()));
    }
    quarters = Collections.unmodifiableList(new ArrayList<>(quarters));
    turns = List.copyOf(turns);
  }
}
