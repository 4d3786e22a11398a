package com.aftercall.analysis;

import static com.aftercall.contact.Participant.AGENT;
import static com.aftercall.contact.Participant.CUSTOMER;
import static com.aftercall.contact.Participant.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.aftercall.contact.Holds;
import com.aftercall.contact.Participant;
import com.aftercall.transcript.Turn;
import com.aftercall.transcript.Word;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConversationTest {

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  /** Words of equal length that fill the turn. */
  private static Turn turn(Participant participant, long begin, long end, int words) {
    var each = Stream.iterate(0, i -> i < words, i -> i + 1).map(i -> word(begin, end)).toList();
    return new Turn(participant, millis(begin), millis(end), "word", each);
  }

  private static Turn turn(Participant participant, long begin, long end) {
    return turn(participant, begin, end, 1);
  }

  private static Word word(long begin, long end) {
    return new Word("word", millis(begin), millis(end), 1);
  }

  private static Conversation of(long length, Turn... turns) {
    return of(length, Holds.NONE, turns);
  }

  private static Conversation of(long length, Holds holds, Turn... turns) {
    return Conversation.of(List.of(turns), millis(length), holds).orElseThrow();
  }

  private static Holds holds(int number, long totalSeconds, long longestSeconds) {
    return new Holds(number, Duration.ofSeconds(totalSeconds), Duration.ofSeconds(longestSeconds));
  }

  @Test
  void sharesOfTalkSumToOneAndCountWhatOverlapsForBoth() {
    var talk = of(10_000, turn(CUSTOMER, 0, 3_000), turn(AGENT, 2_000, 8_000));

    assertThat(talk.customer().talk()).isEqualTo(millis(3_000));
    assertThat(talk.agent().talk()).isEqualTo(millis(6_000));
    assertThat(talk.customer().talkShare()).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(talk.agent().talkShare()).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(talk.overlap()).isEqualTo(millis(1_000));
    assertThat(talk.agentTalkShare()).contains(talk.agent().talkShare());
  }

  @Test
  void silenceIsWhatNobodyFillsFromTheFirstSampleToTheLast() {
    var talk = of(20_000, turn(CUSTOMER, 1_000, 4_000), turn(AGENT, 5_000, 16_000));

    assertThat(talk.silence()).isEqualTo(millis(1_000 + 1_000 + 4_000));
    assertThat(talk.silenceShare()).isCloseTo(0.3, within(1e-9));
    assertThat(talk.longestSilence()).isEqualTo(millis(4_000));
    assertThat(talk.silences()).containsExactly(new Silence(millis(16_000), millis(20_000), false));
  }

  @Test
  void silenceIsNamedFromThreeSecondsOn() {
    assertThat(of(5_000, turn(AGENT, 0, 1_000), turn(AGENT, 3_999, 5_000)).silences()).isEmpty();
    assertThat(of(5_000, turn(AGENT, 0, 1_000), turn(AGENT, 4_000, 5_000)).silences())
        .containsExactly(new Silence(millis(1_000), millis(4_000), false));
  }

  @Test
  void lastTurnCountsWhereTheRecordingSeemsShorterOrIsNotThere() {
    var turns = List.of(turn(AGENT, 2_000, 8_000));

    assertThat(Conversation.of(turns, null, Holds.NONE).orElseThrow().silenceShare())
        .isEqualTo(0.25);
    assertThat(Conversation.of(turns, millis(7_000), Holds.NONE).orElseThrow().silenceShare())
        .isEqualTo(0.25);
  }

  @Test
  void chatHasNoFigures() {
    assertThat(Conversation.of(List.of(turn(AGENT, 5_000, 5_000)), null, Holds.NONE)).isEmpty();
    assertThat(Conversation.of(List.of(), millis(9_000), Holds.NONE)).isEmpty();
  }

  @Test
  void unknownParticipantsBreakSilenceAndHaveNoShare() {
    var talk = of(10_000, turn(UNKNOWN, 0, 10_000));

    assertThat(talk.silence()).isEqualTo(Duration.ZERO);
    assertThat(talk.agent().talkShare()).isZero();
    assertThat(talk.overlap()).isEqualTo(Duration.ZERO);
    assertThat(talk.agentTalkShare()).isEmpty();
  }

  @Test
  void speedIsKnownFromTenSecondsOfTalkOn() {
    var talk = of(30_000, turn(CUSTOMER, 0, 9_999, 20), turn(AGENT, 10_000, 20_000, 25));

    assertThat(talk.customer().wordsPerMinute()).isNull();
    assertThat(talk.agent().wordsPerMinute()).isEqualTo(150.0);
    assertThat(talk.customer().words()).isEqualTo(20);
    assertThat(talk.agent().turns()).isEqualTo(1);
  }

  @Test
  void whoBeginsWhileTheOtherSpeaksAndGoesOnInterrupts() {
    var talk =
        of(
            20_000,
            turn(CUSTOMER, 0, 5_000),
            turn(AGENT, 4_500, 9_000),
            turn(CUSTOMER, 9_500, 12_000));

    assertThat(talk.interruptions())
        .containsExactly(new Interruption(1, AGENT, millis(4_500), millis(5_000)));
    assertThat(talk.agent().interruptions()).isEqualTo(1);
    assertThat(talk.customer().interruptions()).isZero();
  }

  @Test
  void interruptionWithinALongTurnEndsWithTheInterrupter() {
    var talk = of(20_000, turn(AGENT, 0, 15_000), turn(CUSTOMER, 6_000, 8_000));

    assertThat(talk.interruptions())
        .containsExactly(new Interruption(1, CUSTOMER, millis(6_000), millis(8_000)));
  }

  @Test
  void beginningAsTheOtherEndsInterruptsNobody() {
    assertThat(of(9_000, turn(CUSTOMER, 0, 5_000), turn(AGENT, 4_501, 9_000)).interruptions())
        .isEmpty();
  }

  @Test
  void shortSignOfListeningInterruptsNobody() {
    assertThat(of(9_000, turn(CUSTOMER, 0, 9_000), turn(AGENT, 2_000, 2_999)).interruptions())
        .isEmpty();
    assertThat(of(9_000, turn(CUSTOMER, 0, 9_000), turn(AGENT, 2_000, 3_000)).interruptions())
        .hasSize(1);
  }

  @Test
  void whoWasSpeakingBeforeAndIsCutIntoTwoTurnsInterruptsNobody() {
    var talk =
        of(
            40_000,
            turn(AGENT, 0, 10_000),
            turn(CUSTOMER, 9_000, 15_000),
            turn(AGENT, 10_500, 14_000));

    assertThat(talk.interruptions())
        .extracting(Interruption::turn, Interruption::by)
        .containsExactly(tuple(1, CUSTOMER));
  }

  @Test
  void monologueGoesOnOverSignsOfListeningAndEndsWithAnAnswerOrASilence() {
    var listening =
        of(
            40_000,
            turn(AGENT, 0, 10_000),
            turn(CUSTOMER, 10_100, 11_099),
            turn(AGENT, 11_500, 20_000));
    var answered =
        of(
            40_000,
            turn(AGENT, 0, 10_000),
            turn(CUSTOMER, 10_100, 11_100),
            turn(AGENT, 11_500, 20_000));
    var silent = of(40_000, turn(AGENT, 0, 10_000), turn(AGENT, 13_000, 20_000));
    var thinking = of(40_000, turn(AGENT, 0, 10_000), turn(AGENT, 12_999, 20_000));

    assertThat(listening.agent().longestMonologue()).isEqualTo(millis(20_000));
    assertThat(answered.agent().longestMonologue()).isEqualTo(millis(10_000));
    assertThat(silent.agent().longestMonologue()).isEqualTo(millis(10_000));
    assertThat(thinking.agent().longestMonologue()).isEqualTo(millis(20_000));
    assertThat(listening.customer().longestMonologue()).isEqualTo(millis(999));
  }

  @Test
  void silenceThatFitsTheLongestHoldIsTakenForIt() {
    var turns =
        new Turn[] {
          turn(AGENT, 0, 10_000), // then 20 s of silence
          turn(AGENT, 30_000, 40_000), // then 37 s
          turn(AGENT, 77_000, 80_000) // then 100 s
        };

    assertThat(of(180_000, holds(1, 35, 35), turns).silences())
        .extracting(Silence::hold)
        .containsExactly(false, true, false);
    assertThat(of(180_000, holds(0, 0, 0), turns).silences())
        .extracting(Silence::hold)
        .containsExactly(false, false, false);
  }

  @Test
  void silenceFitsAHoldOfUpToTwoSecondsMoreAndFifteenLess() {
    assertThat(of(36_000, holds(1, 37, 37), turn(AGENT, 0, 1_000)).silences().getFirst().hold())
        .isTrue();
    assertThat(of(36_000, holds(1, 38, 38), turn(AGENT, 0, 1_000)).silences().getFirst().hold())
        .isFalse();
    assertThat(of(36_000, holds(1, 20, 20), turn(AGENT, 0, 1_000)).silences().getFirst().hold())
        .isTrue();
    assertThat(of(36_000, holds(1, 19, 19), turn(AGENT, 0, 1_000)).silences().getFirst().hold())
        .isFalse();
  }

  @Test
  void otherHoldsAreThoseWhoseTotalFitsBest() {
    var turns =
        new Turn[] {
          turn(AGENT, 0, 1_000), // then 4 s of silence
          turn(AGENT, 5_000, 6_000), // then 61 s
          turn(AGENT, 67_000, 68_000), // then 12 s
          turn(AGENT, 80_000, 81_000), // then 14 s
          turn(AGENT, 95_000, 96_000) // then 24 s
        };

    assertThat(of(120_000, holds(3, 60 + 25, 60), turns).silences())
        .extracting(Silence::hold)
        .containsExactly(false, true, true, true, false);
  }

  @Test
  void holdsThatFitNoSilenceAreNotGuessed() {
    var turns = new Turn[] {turn(AGENT, 0, 1_000), turn(AGENT, 6_000, 7_000)};

    assertThat(of(7_000, holds(2, 90, 60), turns).silences())
        .extracting(Silence::hold)
        .containsExactly(false);
  }
}
