package com.aftercall.analysis;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one side talks.
 *
 * @param talk time of its turns
 * @param talkShare of what customer and agent say, [0, 1]; the two sum to 1 unless neither speaks
 * @param words how many
 * @param wordsPerMinute of talk; null below {@link #SHORTEST_MEASURED} of it
 * @param turns how many
 * @param longestMonologue longest stretch of time in which it has the word: the other says no more
 *     than a short sign of listening, and no silence comes between
 * @param interruptions made by this side
 */
public record TalkFigures(
    Duration talk,
    double talkShare,
    int words,
    @Nullable Double wordsPerMinute,
    int turns,
    Duration longestMonologue,
    int interruptions) {

  /** Ten seconds. In less, a few quick words would make anybody a fast speaker. */
  public static final Duration SHORTEST_MEASURED = Duration.ofSeconds(10);
}
