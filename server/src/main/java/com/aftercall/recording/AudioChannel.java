package com.aftercall.recording;

/**
 * One track of a recording.
 *
 * @param index 0-based: 0 is the left channel of a stereo file
 */
public record AudioChannel(int index) {

  /** Throws {@link IllegalArgumentException} for a negative index. */
  public AudioChannel {
    if (index < 0) {
      throw new IllegalArgumentException("audio channel %d is negative".formatted(index));
    }
  }
}
