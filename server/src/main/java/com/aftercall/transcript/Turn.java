package com.aftercall.transcript;

import com.aftercall.contact.Participant;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One participant's stretch of speech, unbroken by a pause longer than {@link #MAX_PAUSE}.
 *
 * <p>Times count from the first sample of the recording, not from the start of the contact: a
 * caller may have queued for minutes before recording began. The interval is half-open, so a turn
 * that ends at 4.2 s and one that begins at 4.2 s do not overlap. Turns of different participants
 * may overlap; people interrupt each other.
 *
 * @param participant who spoke, taken from the audio channel and never guessed from the words
 * @param begin inclusive; zero or positive
 * @param end exclusive; not before {@code begin}
 * @param text the words joined by single spaces, never blank; personal data, so never logged
 * @param words the words of the text in order, each with the punctuation that follows it
 * @param correction whose wording this is, or null if it is the engine's
 */
public record Turn(
    Participant participant,
    Duration begin,
    Duration end,
    String text,
    List<Word> words,
    @Nullable Correction correction) {

  /**
   * Two seconds. Shorter limits split hesitations (a customer who reads out an order number),
   * longer ones join separate answers. Where another participant speaks in the pause, {@link
   * #MAX_ANSWERED_PAUSE} counts instead.
   */
  public static final Duration MAX_PAUSE = Duration.ofSeconds(2);

  /**
   * One second, for a pause in which another participant begins to speak. A shorter one is taken
   * for a "mhm" that lets the speaker go on, unless the speaker had just asked a question.
   */
  public static final Duration MAX_ANSWERED_PAUSE = Duration.ofSeconds(1);

  /**
   * Half a minute; longer speech becomes several turns, so that each can be taken in at a glance.
   */
  public static final Duration MAX_DURATION = Duration.ofSeconds(30);

  /** The other limit to the size of a turn, for those who speak fast. */
  public static final int MAX_WORDS = 120;

  /** Throws {@link IllegalArgumentException} if a bound is broken; its message never has text. */
  public Turn {
    if (begin.isNegative() || end.compareTo(begin) < 0) {
      throw new IllegalArgumentException("turn runs from %s to %s".formatted(begin, end));
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("turn at %s has no text".formatted(begin));
    }
    words = List.copyOf(words);
  }

  /** As the engine has it. */
  public Turn(
      Participant participant, Duration begin, Duration end, String text, List<Word> words) {
    this(participant, begin, end, text, words, null);
  }

  /** Leaves the words out, so that a turn may appear in a log line. */
  @Override
  public String toString() {
    return "Turn[%s, %s to %s]".formatted(participant, begin, end);
  }
}
