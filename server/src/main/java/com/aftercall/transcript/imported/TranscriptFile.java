package com.aftercall.transcript.imported;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;

/** The file that is read, for messages about it. */
record TranscriptFile(String name) {

  /**
   * A failure to throw.
   *
   * @param place such as {@code line 12}
   * @param what is wrong; never anything that was spoken
   */
  PermanentException unreadable(String place, String what) {
    return new PermanentException(
        FailureCode.TRANSCRIPT_UNREADABLE,
        "%s, %s: %s. Mend the file or take it away, then retry the transcript."
            .formatted(name, place, what));
  }
}
