package com.aftercall.analysis;

import com.aftercall.contact.Holds;
import com.aftercall.contact.Participant;
import com.aftercall.transcript.Turn;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the two talk: arithmetic on the times of the turns. Turns of an unknown participant break
 * silence and belong to nobody.
 *
 * @param customer how the customer talks
 * @param agent how the agent talks
 * @param overlap in which both of them speak
 * @param silence in which nobody speaks, short pauses included
 * @param silenceShare of the recording, [0, 1]
 * @param longestSilence the longest stretch of it, of whatever length
 * @param interruptions in the order of the turns
 * @param silences of {@link Silence#SHORTEST} or longer, by begin
 */
public record Conversation(
    TalkFigures customer,
    TalkFigures agent,
    Duration overlap,
    Duration silence,
    double silenceShare,
    Duration longestSilence,
    List<Interruption> interruptions,
    List<Silence> silences) {

  /** Takes copies. */
  public Conversation {
    interruptions = List.copyOf(interruptions);
    silences = List.copyOf(silences);
  }

  /**
   * The agent's share of what both say, or empty if it is not known who speaks, as in a recording
   * with one channel.
   */
  public Optional<Double> agentTalkShare() {
    return customer.talk().isZero() && agent.talk().isZero()
        ? Optional.empty()
        : Optional.of(agent.talkShare());
  }

  /**
   * The figures of a conversation.
   *
   * @param turns by begin
   * @param length of the recording; where a turn ends later, or it is null, the last turn's end
   *     counts
   * @param holds as the contact record counts them
   * @return empty if no turn lasts any time: a chat, or nothing said
   */
  static Optional<Conversation> of(List<Turn> turns, @Nullable Duration length, Holds holds) {
    var all = Speech.of(turns.stream());
    if (all.length().isZero()) {
      return Optional.empty();
    }
    var end = length == null || length.compareTo(all.end()) < 0 ? all.end() : length;
    var gaps = all.gaps(end);
    var interruptions = Interruption.find(turns);
    var customer = of(turns, Participant.CUSTOMER);
    var agent = of(turns, Participant.AGENT);
    var either = Speech.of(turns.stream().filter(t -> t.participant() != Participant.UNKNOWN));
    var silence = end.minus(all.length());
    return Optional.of(
        new Conversation(
            figures(turns, Participant.CUSTOMER, customer, agent, interruptions),
            figures(turns, Participant.AGENT, agent, customer, interruptions),
            customer.plus(agent).minus(either.length()),
            silence,
            share(silence, end),
            gaps.stream()
                .map(Speech.Stretch::length)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO),
            interruptions,
            Silence.find(gaps, holds)));
  }

  private static Duration of(List<Turn> turns, Participant side) {
    return Speech.of(turns.stream().filter(turn -> turn.participant() == side)).length();
  }

  private static TalkFigures figures(
      List<Turn> turns,
      Participant side,
      Duration talk,
      Duration others,
      List<Interruption> interruptions) {
    var own = turns.stream().filter(turn -> turn.participant() == side).toList();
    var words = own.stream().mapToInt(turn -> turn.words().size()).sum();
    return new TalkFigures(
        talk,
        share(talk, talk.plus(others)),
        words,
        talk.compareTo(TalkFigures.SHORTEST_MEASURED) < 0
            ? null
            : words * 60_000.0 / talk.toMillis(),
        own.size(),
        longestMonologue(turns, side),
        (int) interruptions.stream().filter(found -> found.by() == side).count());
  }

  private static double share(Duration part, Duration whole) {
    return whole.isZero() ? 0 : (double) part.toNanos() / whole.toNanos();
  }

  /** A listener's short words do not take the word away, a silence does. */
  private static Duration longestMonologue(List<Turn> turns, Participant side) {
    var longest = Duration.ZERO;
    Duration begin = null;
    var end = Duration.ZERO;
    for (var turn : turns) {
      if (turn.participant() == side) {
        if (begin == null || turn.begin().minus(end).compareTo(Silence.SHORTEST) >= 0) {
          begin = turn.begin();
          end = turn.end();
        }
        end = later(end, turn.end());
        longest = later(longest, end.minus(begin));
      } else if (!Interruption.isShort(turn)) {
        begin = null;
      }
    }
    return longest;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
