package com.aftercall.transcript;

import com.aftercall.recording.AudioChannel;
import java.util.List;

/**
 * All that was heard on one audio channel, by time.
 *
 * @param channel where it was heard
 * @param items words by begin, each followed by the marks that belong to it; may be empty
 */
public record ChannelTranscript(AudioChannel channel, List<TranscriptItem> items) {

  /** Takes a copy of the list. */
  public ChannelTranscript {
    items = List.copyOf(items);
  }

  /** Leaves the words out. */
  @Override
  public String toString() {
    return "ChannelTranscript[%s, %d items]".formatted(channel, items.size());
  }
}
