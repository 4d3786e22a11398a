package com.aftercall.transcript;

import static com.aftercall.contact.Participant.AGENT;
import static com.aftercall.contact.Participant.CUSTOMER;
import static com.aftercall.contact.Participant.UNKNOWN;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.aftercall.contact.Participant;
import com.aftercall.recording.AudioChannel;
import com.aftercall.recording.ChannelAssignment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnAssemblerTest {

  private static final ChannelAssignment STEREO = new ChannelAssignment(false, 2);

  @Test
  void pauseOfExactlyTheLimitKeepsTheTurnWhole() {
    var turns = customer(word(0, 400, "I"), word(2_400, 2_900, "waited")); // 2 000 ms after "I"

    assertThat(turns)
        .containsExactly(
            new Turn(
                CUSTOMER,
                ofMillis(0),
                ofMillis(2_900),
                "I waited",
                List.of(word(0, 400, "I"), word(2_400, 2_900, "waited"))));
  }

  @Test
  void pauseOneMillisecondOverTheLimitStartsANewTurn() {
    var turns = customer(word(0, 400, "I"), word(2_401, 2_900, "waited"));

    assertThat(turns).extracting(Turn::text).containsExactly("I", "waited");
  }

  @Test
  void pauseCountsFromTheLatestEndSoFar() {
    var turns =
        customer(
            word(0, 3_000, "sooo"), // still going on while the next one comes and goes
            word(500, 600, "well"),
            word(4_900, 5_000, "yes")); // 1 900 ms after "sooo", 4 300 ms after "well"

    assertThat(turns).singleElement().returns(ofSeconds(5), Turn::end);
  }

  @Test
  void turnEndsWithTheLatestEndOfItsWords() {
    var turns = customer(word(0, 3_000, "sooo"), word(500, 600, "well"));

    assertThat(turns)
        .singleElement()
        .returns(Duration.ZERO, Turn::begin)
        .returns(ofSeconds(3), Turn::end);
  }

  @Test
  void backchannelOfOneSecondAtMostLeavesTheTurnWhole() {
    var turns =
        conversation(
            List.of(word(1_000, 1_200, "mhm")),
            List.of(word(0, 900, "first"), word(1_900, 2_400, "second"))); // pause of 1 000 ms

    assertThat(turns).extracting(Turn::text).containsExactly("first second", "mhm");
  }

  @Test
  void answerInAPauseOneMillisecondLongerSplitsTheTurn() {
    var turns =
        conversation(
            List.of(word(1_000, 1_200, "yes")),
            List.of(word(0, 900, "first"), word(1_901, 2_400, "second")));

    assertThat(turns).extracting(Turn::text).containsExactly("first", "yes", "second");
  }

  @Test
  void answerToAQuestionSplitsHoweverShortThePause() {
    var turns =
        conversation(
            List.of(word(300, 400, "yes")),
            List.of(word(0, 250, "ready"), mark("?"), word(500, 700, "good")));

    assertThat(turns).extracting(Turn::text).containsExactly("ready?", "yes", "good");
  }

  @Test
  void questionThatNobodyAnswersDoesNotSplit() {
    var turns =
        conversation(
            List.of(word(600, 700, "yes")),
            List.of(word(0, 250, "ready"), mark("?"), word(500, 550, "well")));

    assertThat(turns).extracting(Turn::text).containsExactly("ready? well", "yes");
  }

  @Test
  void wordOfTheOtherThatBeginsJustAsTheSpeakerStopsIsAnAnswer() {
    var turns =
        conversation(
            List.of(word(250, 400, "yes")),
            List.of(word(0, 250, "ready"), mark("?"), word(500, 700, "good")));

    assertThat(turns).extracting(Turn::text).containsExactly("ready?", "yes", "good");
  }

  @Test
  void wordOfTheOtherThatBeginsAsTheSpeakerGoesOnIsNoAnswer() {
    var turns =
        conversation(
            List.of(word(500, 600, "yes")),
            List.of(word(0, 250, "ready"), mark("?"), word(500, 700, "good")));

    assertThat(turns).extracting(Turn::text).containsExactly("ready? good", "yes");
  }

  @Test
  void nobodyAnswersTheirOwnQuestion() {
    assertThat(customer(word(250, 250, "ready"), mark("?"), word(500, 500, "well")))
        .extracting(Turn::text)
        .containsExactly("ready? well");
  }

  @Test
  void speechOfBothMayOverlap() {
    var turns =
        conversation(
            List.of(word(500, 1_500, "wait")),
            List.of(word(0, 1_000, "your"), word(1_000, 2_000, "order")));

    assertThat(turns)
        .extracting(Turn::participant, Turn::begin, Turn::end)
        .containsExactly(
            tuple(AGENT, ofMillis(0), ofMillis(2_000)),
            tuple(CUSTOMER, ofMillis(500), ofMillis(1_500)));
  }

  @Test
  void turnsThatBeginTogetherComeByChannel() {
    var agentFirst =
        TurnAssembler.assemble(
            List.of(heard(1, List.of(word(0, 100, "b"))), heard(0, List.of(word(0, 100, "a")))),
            STEREO);

    assertThat(agentFirst).extracting(Turn::text).containsExactly("a", "b");
  }

  @Test
  void commaDoesNotSplit() {
    var turns = customer(word(0, 300, "Hello"), mark(","), word(500, 800, "thanks"), mark("."));

    assertThat(turns)
        .singleElement()
        .returns("Hello, thanks.", Turn::text)
        .returns(List.of(word(0, 300, "Hello,"), word(500, 800, "thanks.")), Turn::words);
  }

  @Test
  void wordWithoutConfidenceIsKept() {
    var turns = customer(new Word("um", ofMillis(0), ofMillis(100), 0), word(200, 400, "well"));

    assertThat(turns).singleElement().returns("um well", Turn::text);
  }

  @Test
  void markBeforeTheFirstWordStaysWithThatWord() {
    assertThat(customer(mark("…"), word(200, 400, "yes")))
        .singleElement()
        .returns("…yes", Turn::text);
  }

  @Test
  void openingMarkGoesToTheWordBehindIt() {
    var turns =
        customer(
            word(0, 300, "hola"),
            mark(","),
            mark("¿"),
            word(400, 600, "qué"),
            word(600, 800, "tal"),
            mark("?"),
            mark("("),
            word(900, 1_000, "risa"),
            mark(")"));

    assertThat(turns).singleElement().returns("hola, ¿qué tal? (risa)", Turn::text);
  }

  @Test
  void openingMarkAtTheEndIsNotLost() {
    assertThat(customer(word(0, 300, "hola"), mark("¿"), mark("?")))
        .singleElement()
        .returns("hola¿?", Turn::text);
  }

  @Test
  void marksThatFollowEachOtherAreAllKept() {
    assertThat(customer(word(0, 300, "no"), mark("?"), mark("!")))
        .singleElement()
        .returns("no?!", Turn::text);
  }

  @Test
  void channelWithoutWordsHasNoTurns() {
    assertThat(customer(mark("."))).isEmpty();
    assertThat(customer()).isEmpty();
    assertThat(TurnAssembler.assemble(List.of(), STEREO)).isEmpty();
  }

  @Test
  void whiteSpaceInAWordBecomesSingleSpaces() {
    assertThat(customer(word(0, 300, " New \n York"), word(300, 500, "city")))
        .singleElement()
        .returns("New York city", Turn::text);
  }

  @Test
  void wordsThatComeOutOfOrderArePutInOrder() {
    assertThat(customer(word(600, 800, "two"), mark("."), word(0, 300, "one")))
        .singleElement()
        .returns("one two.", Turn::text);
  }

  @Test
  void monoRecordingIsOneLaneOfNobodyKnown() {
    var turns =
        TurnAssembler.assemble(
            List.of(heard(0, List.of(word(0, 300, "hello")))), new ChannelAssignment(false, 1));

    assertThat(turns).singleElement().returns(UNKNOWN, Turn::participant);
  }

  @Test
  void speechOfHalfAMinuteIsOneTurn() {
    assertThat(customer(seconds(30))).hasSize(1);
  }

  @Test
  void longerSpeechWithoutSentencesOrPausesIsCutWhereItNoLongerFits() {
    var turns = customer(seconds(31));

    assertThat(turns).extracting(Turn::end).containsExactly(ofSeconds(30), ofSeconds(31));
  }

  @Test
  void longSpeechIsCutAfterTheLastSentenceThatFits() {
    var words = seconds(40);
    words[14] = word(14_000, 15_000, "done.");
    words[19] = word(19_000, 20_000, "really?\"");
    words[32] = word(32_000, 33_000, "over.");

    assertThat(customer(words)).extracting(Turn::end).containsExactly(ofSeconds(20), ofSeconds(40));
  }

  @Test
  void sentenceThatEndsInTheFirstThirdDoesNotMakeASliver() {
    var words = seconds(40);
    words[9] = word(9_000, 10_000, "short."); // the tenth of the thirty that fit

    assertThat(customer(words)).extracting(Turn::end).containsExactly(ofSeconds(30), ofSeconds(40));

    words[10] = word(10_000, 11_000, "longer.");

    assertThat(customer(words)).extracting(Turn::end).containsExactly(ofSeconds(11), ofSeconds(40));
  }

  @Test
  void longSpeechWithoutSentencesIsCutAtItsLongestPause() {
    var words = seconds(40);
    words[16] = word(16_000, 16_500, "breath"); // 500 ms before word 17
    words[22] = word(22_000, 22_300, "breath"); // 700 ms before word 23
    words[26] = word(26_000, 26_300, "breath"); // 700 ms before word 27, the last of the longest

    assertThat(customer(words))
        .extracting(Turn::end)
        .containsExactly(ofMillis(26_300), ofSeconds(40));
  }

  @Test
  void fastSpeechIsCutAfterSoManyWords() {
    var words =
        IntStream.range(0, 121)
            .mapToObj(i -> (TranscriptItem) word(i * 100, i * 100 + 100, "w"))
            .toArray(TranscriptItem[]::new);

    assertThat(customer(words)).extracting(turn -> turn.words().size()).containsExactly(120, 1);
  }

  @Test
  void singleWordIsNeverCut() {
    assertThat(customer(word(0, 40_000, "looong"), word(40_000, 41_000, "end")))
        .extracting(Turn::text)
        .containsExactly("looong", "end");
  }

  @Test
  void everyWordOfAnyTranscriptIsInExactlyOneTurn() {
    var random = new Random(20_260_722);
    for (var round = 0; round < 200; round++) {
      var customer = randomItems(random);
      var agent = randomItems(random);
      var turns = conversation(customer, agent);

      assertThat(textOf(turns, CUSTOMER)).isEqualTo(textOf(customer));
      assertThat(textOf(turns, AGENT)).isEqualTo(textOf(agent));
      assertThat(turns)
          .allMatch(turn -> turn.end().minus(turn.begin()).compareTo(ofSeconds(30)) <= 0)
          .allMatch(turn -> turn.words().size() <= 120)
          .isSortedAccordingTo((a, b) -> a.begin().compareTo(b.begin()));
    }
  }

  private static List<TranscriptItem> randomItems(Random random) {
    var items = new ArrayList<TranscriptItem>();
    var time = 0;
    for (var i = 0; i < 1 + random.nextInt(300); i++) {
      time += random.nextInt(20) == 0 ? random.nextInt(5_000) : random.nextInt(200);
      items.add(word(time, time += random.nextInt(600), "w" + i));
      if (random.nextInt(6) == 0) {
        items.add(mark(".,?¿".substring(random.nextInt(4)).substring(0, 1)));
      }
    }
    return items;
  }

  private static String textOf(List<Turn> turns, Participant participant) {
    var text = new StringBuilder();
    turns.stream()
        .filter(turn -> turn.participant() == participant)
        .forEach(t -> text.append(t.text()));
    return text.toString().replace(" ", "");
  }

  private static String textOf(List<TranscriptItem> items) {
    var text = new StringBuilder();
    items.forEach(item -> text.append(item.text()));
    return text.toString();
  }

  private static List<Turn> customer(TranscriptItem... items) {
    return TurnAssembler.assemble(List.of(heard(0, List.of(items))), STEREO);
  }

  private static List<Turn> conversation(
      List<? extends TranscriptItem> customer, List<? extends TranscriptItem> agent) {
    return TurnAssembler.assemble(List.of(heard(0, customer), heard(1, agent)), STEREO);
  }

  private static ChannelTranscript heard(int channel, List<? extends TranscriptItem> items) {
    return new ChannelTranscript(new AudioChannel(channel), List.copyOf(items));
  }

  /** Words of one second each, without a pause. */
  private static TranscriptItem[] seconds(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> word(i * 1_000, (i + 1) * 1_000, "w"))
        .toArray(TranscriptItem[]::new);
  }

  private static Word word(int beginMillis, int endMillis, String text) {
    return new Word(text, ofMillis(beginMillis), ofMillis(endMillis), 0.9);
  }

  private static Punctuation mark(String text) {
    return new Punctuation(text);
  }
}
