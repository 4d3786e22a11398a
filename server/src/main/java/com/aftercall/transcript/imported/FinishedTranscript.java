package com.aftercall.transcript.imported;

import com.aftercall.recording.ChannelAssignment;
import com.aftercall.transcript.ChannelTranscript;
import com.aftercall.transcript.LanguageCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file of somebody else's says was spoken.
 *
 * @param format for people to read, such as {@code Amazon Transcribe, by channel}
 * @param language as the file says, if it does
 * @param channels by index without gaps, from 0; one only if the file tells no speakers apart
 * @param audioChannels whether the indexes are those of the recording. Otherwise the speakers were
 *     told apart by names or labels and put where customers (0) and agents (1) are by default, so a
 *     rule about the source's audio channels says nothing about them
 * @param leftOut how many of what were not spoken by anybody, such as {@code events}; empty if none
 */
public record FinishedTranscript(
    String format,
    Optional<LanguageCode> language,
    List<ChannelTranscript> channels,
    boolean audioChannels,
    Map<String, Integer> leftOut) {

  /** Takes copies, and throws {@link IllegalArgumentException} if there is no channel. */
  public FinishedTranscript {
    channels = List.copyOf(channels);
    leftOut = Map.copyOf(leftOut);
    if (channels.isEmpty()) {
      throw new IllegalArgumentException("a finished transcript has at least one channel");
    }
  }

  /**
   * Who speaks on the channels of this transcript.
   *
   * @param swapped whether the source records the agent on channel 0; heeded only if these are
   *     audio channels
   */
  public ChannelAssignment assignment(boolean swapped) {
    return new ChannelAssignment(swapped && audioChannels, channels.size());
  }
}
