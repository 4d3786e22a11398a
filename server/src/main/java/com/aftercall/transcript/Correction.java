package com.aftercall.transcript;

import java.time.Duration;
import java.time.Instant;

/**
 * A wording that a person gave to a turn. It holds as long as the transcript has that turn: one
 * that began elsewhere, or in which the engine heard something else, is another turn.
 *
 * @param audioChannel index of the channel on which the turn was heard
 * @param begin of the turn
 * @param heard the engine's wording
 * @param text the new wording, in single spaces; the engine's if a correction was taken back
 * @param author name of the person
 * @param at when
 */
public record Correction(
    int audioChannel, Duration begin, String heard, String text, String author, Instant at) {

  /** The most characters that a turn may be given. */
  public static final int MAX_LENGTH = 10_000;

  /** Whether this says what the engine had said. */
  public boolean isTakenBack() {
    return text.equals(heard);
  }

  boolean isOf(HeardTurn turn) {
    return audioChannel == turn.channel().index()
        && begin.equals(turn.turn().begin())
        && heard.equals(turn.turn().text());
  }

  /** Leaves both wordings out. */
  @Override
  public String toString() {
    return "Correction[channel %d, %s, at %s]".formatted(audioChannel, begin, at);
  }
}
