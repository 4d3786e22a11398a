package com.aftercall.transcript;

import com.aftercall.contact.Participant;
import com.aftercall.recording.AudioChannel;
import com.aftercall.recording.ChannelAssignment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes turns of what was heard on each audio channel.
 *
 * <p>Each channel is a lane of its own, so speech of different participants may overlap. Within a
 * lane a turn goes on until
 *
 * <ol>
 *   <li>a pause longer than {@link Turn#MAX_PAUSE}, or
 *   <li>a pause in which another lane begins a word, if it is longer than {@link
 *       Turn#MAX_ANSWERED_PAUSE} or follows a question mark (somebody answered), or
 *   <li>the turn would exceed {@link Turn#MAX_DURATION} or {@link Turn#MAX_WORDS}: then it is cut
 *       after its last sentence that fits, and without sentences at its longest pause.
 * </ol>
 *
 * <p>A pause runs from the end of the speech before it to the begin of the next word. Commas split
 * nothing, and every word is in exactly one turn, whatever its confidence. Marks are glued to the
 * word before them; those at the very start, and marks that open something, to the word after.
 */
public final class TurnAssembler {

  private TurnAssembler() {}

  /**
   * All turns by begin; at the same begin those of the lower channel first.
   *
   * @param channels in any order; words of one channel that are out of order are put in order
   * @param assignment who speaks on which channel
   */
  public static List<Turn> assemble(
      List<ChannelTranscript> channels, ChannelAssignment assignment) {
    return heard(channels, assignment).stream().map(HeardTurn::turn).toList();
  }

  /** The same, with where each was heard. */
  static List<HeardTurn> heard(List<ChannelTranscript> channels, ChannelAssignment assignment) {
    var lanes =
        channels.stream()
            .sorted(Comparator.comparingInt(heard -> heard.channel().index()))
            .map(Lane::of)
            .toList();
    var turns = new ArrayList<HeardTurn>();
    for (var i = 0; i < lanes.size(); i++) {
      var channel = lanes.get(i).channel();
      var participant = assignment.participantOf(channel);
      for (var stretch : stretches(lanes.get(i).words(), beginsOfOthers(lanes, i))) {
        readable(stretch, participant).forEach(turn -> turns.add(new HeardTurn(channel, turn)));
      }
    }
    turns.sort(Comparator.comparing(heard -> heard.turn().begin()));
    return List.copyOf(turns);
  }

  /** When the words of all other lanes begin, in nanoseconds, ascending. */
  private static long[] beginsOfOthers(List<Lane> lanes, int lane) {
    return IntStream.range(0, lanes.size())
        .filter(other -> other != lane)
        .boxed()
        .flatMap(other -> lanes.get(other).words().stream())
        .mapToLong(word -> word.begin().toNanos())
        .sorted()
        .toArray();
  }

  /** Cuts a lane where its speaker stopped. */
  private static List<List<Word>> stretches(List<Word> words, long[] beginsOfOthers) {
    var stretches = new ArrayList<List<Word>>();
    var first = 0;
    var end = Duration.ZERO;
    for (var i = 0; i < words.size(); i++) {
      if (i > first && stopped(words.get(i - 1), end, words.get(i).begin(), beginsOfOthers)) {
        stretches.add(words.subList(first, i));
        first = i;
      }
      end = later(end, words.get(i).end());
    }
    if (first < words.size()) {
      stretches.add(words.subList(first, words.size()));
    }
    return stretches;
  }

  private static boolean stopped(Word last, Duration end, Duration next, long[] beginsOfOthers) {
    var pause = next.minus(end);
    if (pause.compareTo(Turn.MAX_PAUSE) > 0) {
      return true;
    }
    return anyBetween(beginsOfOthers, end.toNanos(), next.toNanos())
        && (pause.compareTo(Turn.MAX_ANSWERED_PAUSE) > 0 || SentenceEnd.isQuestion(last.text()));
  }

  /** Whether a begin lies in the half-open stretch of time. */
  private static boolean anyBetween(long[] begins, long from, long to) {
    var place = Arrays.binarySearch(begins, from);
    var next = place >= 0 ? place : -place - 1;
    return next < begins.length && begins[next] < to;
  }

  /** One stretch as one turn, or as several where it is too long to read. */
  private static List<Turn> readable(List<Word> stretch, Participant participant) {
    var turns = new ArrayList<Turn>();
    for (var first = 0; first < stretch.size(); ) {
      var next = LongSpeech.cut(stretch, first);
      turns.add(turn(participant, stretch.subList(first, next)));
      first = next;
    }
    return turns;
  }

  private static Turn turn(Participant participant, List<Word> words) {
    var end = words.stream().map(Word::end).max(Comparator.naturalOrder()).orElseThrow();
    var text = words.stream().map(Word::text).collect(Collectors.joining(" "));
    return new Turn(participant, words.getFirst().begin(), end, text, words);
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** A channel with its marks glued on and its words by begin. */
  private record Lane(AudioChannel channel, List<Word> words) {

    static Lane of(ChannelTranscript transcript) {
      var words = GluedWords.of(transcript.items());
      words.sort(Comparator.comparing(Word::begin));
      return new Lane(transcript.channel(), words);
    }
  }
}
