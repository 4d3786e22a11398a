package com.aftercall.analysis;

import com.aftercall.contact.Participant;
import com.aftercall.transcript.Turn;
import java.time.Duration;
import java.util.List;

/** Turns for tests, without word times: the analysis does not look at them. */
final class Turns {

  private Turns() {}

  static Turn customer(double begin, double end, String text) {
    return turn(Participant.CUSTOMER, begin, end, text);
  }

  static Turn agent(double begin, double end, String text) {
    return turn(Participant.AGENT, begin, end, text);
  }

  static Turn turn(Participant participant, double begin, double end, String text) {
    return new Turn(participant, seconds(begin), seconds(end), text, List.of());
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
