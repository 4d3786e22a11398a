package com.aftercall.recording;

import com.aftercall.contact.Participant;

/**
 * Who speaks on which audio channel: a rule of the source that records, not a guess from the words.
 *
 * <p>Amazon Connect writes the customer left (channel 0) and the agent right (channel 1). Some
 * sources do it the other way round; they are {@code swapped}, and so may be a single contact.
 *
 * @param swapped the agent is on channel 0 and the customer on channel 1
 * @param channels how many channels the source keeps apart, 1 or more; with 1 both speak on it
 */
public record ChannelAssignment(boolean swapped, int channels) {

  /** Throws {@link IllegalArgumentException} if there is no channel. */
  public ChannelAssignment {
    if (channels < 1) {
      throw new IllegalArgumentException(
          "%d channels; a recording has at least one".formatted(channels));
    }
  }

  /**
   * Who speaks there: {@link Participant#UNKNOWN} if the source has one channel only, and for
   * channels after the second.
   */
  public Participant participantOf(AudioChannel channel) {
    if (channels == 1) {
      return Participant.UNKNOWN;
    }
    return switch (channel.index()) {
      case 0 -> swapped ? Participant.AGENT : Participant.CUSTOMER;
      case 1 -> swapped ? Participant.CUSTOMER : Participant.AGENT;
      default -> Participant.UNKNOWN;
    };
  }
}
