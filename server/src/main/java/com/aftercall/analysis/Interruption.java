package com.aftercall.analysis;

import com.aftercall.contact.Participant;
import com.aftercall.transcript.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One begins while the other is speaking, and goes on. Short words are none: they say that one
 * listens; nor is it one to begin as the other ends.
 *
 * @param turn index of the turn that interrupts
 * @param by customer or agent
 * @param begin of that turn
 * @param end until when both speak
 */
public record Interruption(int turn, Participant by, Duration begin, Duration end) {

  /**
   * Half a second at least must both speak. People begin to answer up to about 0.2 s before the
   * other has ended (Stivers et al., PNAS 106, 2009), and engines place words to a tenth of a
   * second.
   */
  static final Duration SHORTEST = Duration.ofMillis(500);

  /** Whoever speaks for less than a second says "mhm" or "yes, right". */
  static final Duration LISTENING = Duration.ofSeconds(1);

  /** Who pauses for no longer than this goes on, and begins nothing. */
  private static final Duration BREATH = Duration.ofMillis(500);

  /** All of them, in the order of the turns. */
  static List<Interruption> find(List<Turn> turns) {
    var customer = speech(turns, Participant.CUSTOMER);
    var agent = speech(turns, Participant.AGENT);
    var found = new ArrayList<Interruption>();
    for (var i = 0; i < turns.size(); i++) {
      var turn = turns.get(i);
      switch (turn.participant()) {
        case CUSTOMER -> add(found, i, turn, customer, agent);
        case AGENT -> add(found, i, turn, agent, customer);
        case UNKNOWN -> {}
      }
    }
    return found;
  }

  private static Speech speech(List<Turn> turns, Participant participant) {
    return Speech.of(turns.stream().filter(turn -> turn.participant() == participant), BREATH);
  }

  private static void add(
      List<Interruption> found, int index, Turn turn, Speech own, Speech others) {
    if (own.around(turn.begin()).isPresent() || isShort(turn)) {
      return;
    }
    others
        .around(turn.begin())
        .map(other -> other.end().compareTo(turn.end()) < 0 ? other.end() : turn.end())
        .filter(end -> end.minus(turn.begin()).compareTo(SHORTEST) >= 0)
        .ifPresent(
            end -> found.add(new Interruption(index, turn.participant(), turn.begin(), end)));
  }

  /** Whether it only shows that one listens. */
  static boolean isShort(Turn turn) {
    return turn.end().minus(turn.begin()).compareTo(LISTENING) < 0;
  }
}
