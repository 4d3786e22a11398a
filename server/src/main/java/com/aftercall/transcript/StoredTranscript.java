package com.aftercall.transcript;

import com.aftercall.recording.ChannelAssignment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The transcript of one contact as stored: what was heard on each channel. Turns are made from it
 * when they are needed, so that a word on who speaks where changes nothing stored.
 *
 * @param engine what made it: an engine's name, or the format of a finished transcript
 * @param quality what to expect of the words
 * @param advice what to do to get a better one, or null
 * @param language what is spoken, or empty if nobody said
 * @param channels by index
 * @param audioChannels whether these are the channels of the recording; a finished transcript may
 *     have told its speakers apart by names, and then a rule about the source says nothing about
 *     them
 * @param assignment who speaks on which
 * @param corrections what people put right, the oldest first; those of turns that are no more do
 *     nothing
 */
public record StoredTranscript(
    String engine,
    Quality quality,
    @Nullable String advice,
    Optional<LanguageCode> language,
    List<ChannelTranscript> channels,
    boolean audioChannels,
    ChannelAssignment assignment,
    List<Correction> corrections) {

  /** What to expect of the words. */
  public enum Quality {
    /** Many words are wrong. */
    DRAFT,
    /** Fit to be read and searched. */
    GOOD,
    /** Made by somebody else and taken as it is. */
    FINISHED
  }

  /** Takes copies. */
  public StoredTranscript {
    channels = List.copyOf(channels);
    corrections = List.copyOf(corrections);
  }

  /** The same with other words on its channels. */
  StoredTranscript with(List<ChannelTranscript> others) {
    return new StoredTranscript(
        engine, quality, advice, language, others, audioChannels, assignment, corrections);
  }

  /** All turns by time, as people corrected them. */
  public List<Turn> turns() {
    return heard().stream().map(this::corrected).toList();
  }

  /** The same turns as the engine heard them. */
  List<HeardTurn> heard() {
    return TurnAssembler.heard(channels, assignment);
  }

  private Turn corrected(HeardTurn heard) {
    for (var correction : corrections.reversed()) {
      if (correction.isOf(heard)) {
        return heard.corrected(correction);
      }
    }
    return heard.turn();
  }

  /** How many words there are on all channels. */
  public int words() {
    return (int)
        channels.stream()
            .flatMap(channel -> channel.items().stream())
            .filter(Word.class::isInstance)
            .count();
  }

  /** Leaves the words out. */
  @Override
  public String toString() {
    return "StoredTranscript[%s, %d channels]".formatted(engine, channels.size());
  }
}
