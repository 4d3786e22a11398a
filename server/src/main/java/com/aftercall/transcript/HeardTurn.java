package com.aftercall.transcript;

import com.aftercall.recording.AudioChannel;

/**
 * A turn as the engine heard it.
 *
 * @param channel where
 * @param turn what
 */
record HeardTurn(AudioChannel channel, Turn turn) {

  /** With the wording that a person gave it. */
  Turn corrected(Correction correction) {
    if (correction.isTakenBack()) {
      return turn;
    }
    return new Turn(
        turn.participant(),
        turn.begin(),
        turn.end(),
        correction.text(),
        CorrectedWords.of(turn, correction.text()),
        correction);
  }
}
