package com.aftercall.transcript.imported;

import java.time.Duration;

/**
 * One speaker's part of a subtitle.
 *
 * @param speaker a name, or {@link SpeakerChannels#NOBODY}
 * @param text without tags and escapes; may be blank
 */
record Cue(String speaker, Duration begin, Duration end, String text) {

  /** Leaves the text out. */
  @Override
  public String toString() {
    return "Cue[%s to %s]".formatted(begin, end);
  }
}
