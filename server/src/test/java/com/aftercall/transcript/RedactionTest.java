package com.aftercall.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.recording.AudioChannel;
import com.aftercall.recording.ChannelAssignment;
import com.aftercall.transcript.RedactionSettings.Finder;
import com.aftercall.transcript.RedactionSettings.Unread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

class RedactionTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Reads English: names are Peter, Smith and both together, numbers are digits and blanks. */
  private static final class Finds implements PrivateTextFinder {

    private static final Pattern PRIVATE =
        Pattern.compile("(?<name>(?:Mr\\. )?(?:Peter )?Smith|Peter)|(?<phone>\\d(?:[\\d ]*\\d)?)");

    private final List<List<String>> asked = new ArrayList<>();

    @Override
    public String title() {
      return "The finder";
    }

    @Override
    public boolean reads(LanguageCode language) {
      return language.language().equals("en");
    }

    @Override
    public List<List<PrivateText>> find(List<String> texts, LanguageCode language) {
      asked.add(texts);
      return texts.stream()
          .map(
              text ->
                  PRIVATE
                      .matcher(text)
                      .results()
                      .map(
                          hit ->
                              new PrivateText(
                                  hit.start(),
                                  hit.end(),
                                  hit.group("name") == null ? "PHONE" : "NAME"))
                      .toList())
          .toList();
    }
  }

  private final Finds finds = new Finds();

  private Redaction redaction(Finder by, List<String> kinds, Unread others) {
    var beans = new StaticListableBeanFactory();
    beans.addBean("finder", finds);
    return new Redaction(
        new RedactionSettings(by, kinds, others), beans.getBeanProvider(PrivateTextFinder.class));
  }

  private Redaction comprehend(String... kinds) {
    return redaction(Finder.AMAZON_COMPREHEND, List.of(kinds), Unread.REFUSE);
  }

  private static ChannelTranscript channel(int index, long begin, String text) {
    var items = new ArrayList<TranscriptItem>();
    var millis = begin;
    for (var word : text.split(" ")) {
      if (word.matches("[.,?]")) {
        items.add(new Punctuation(word));
      } else {
        items.add(new Word(word, Duration.ofMillis(millis), Duration.ofMillis(millis + 90), 0.5));
        millis += 100;
      }
    }
    return new ChannelTranscript(new AudioChannel(index), items);
  }

  private static StoredTranscript transcript(
      @Nullable String language, ChannelTranscript... channels) {
    return new StoredTranscript(
        "engine",
        StoredTranscript.Quality.GOOD,
        null,
        Optional.ofNullable(language).map(LanguageCode::new),
        List.of(channels),
        true,
        new ChannelAssignment(false, channels.length),
        List.of());
  }

  private static String text(StoredTranscript transcript) {
    return String.join(" | ", transcript.turns().stream().map(Turn::text).toList());
  }

  @Test
  void wordsThatArePrivateTogetherBecomeOneFromFirstToLast() {
    var masked =
        comprehend()
            .mask(
                transcript(
                    "en-US",
                    channel(0, 0, "I am Peter Smith , call 555 0123 now ."),
                    channel(1, 5_000, "Thank you Mr. Smith .")));

    assertThat(text(masked.transcript()))
        .isEqualTo("I am [NAME], call [PHONE] now. | Thank you [NAME].");
    var name = (Word) masked.transcript().channels().getFirst().items().get(2);
    assertThat(name)
        .isEqualTo(new Word("[NAME]", Duration.ofMillis(200), Duration.ofMillis(390), 0.5));
    assertThat(masked.note()).isEqualTo(" Masked by The finder: 3 places.");
  }

  @Test
  void turnsAreAskedForByTimeSoThatQuestionsStandBeforeTheirAnswers() {
    comprehend()
        .mask(
            transcript(
                "en-US",
                channel(0, 0, "Your number ?"),
                channel(1, 1_000, "555 0123 and no more")));

    assertThat(finds.asked).containsExactly(List.of("Your number?", "555 0123 and no more"));
  }

  @Test
  void whatStandsSideBySideInTwoTurnsIsTwo() {
    var first = channel(0, 0, "Peter");
    var second = channel(0, 60_000, "Peter");
    var both = new ArrayList<>(first.items());
    both.addAll(second.items());

    var masked =
        comprehend().mask(transcript("en-US", new ChannelTranscript(new AudioChannel(0), both)));

    assertThat(text(masked.transcript())).isEqualTo("[NAME] | [NAME]");
    assertThat(masked.note()).endsWith(": 2 places.");
  }

  @Test
  void wordsOutOfOrderAreFoundAllTheSame() {
    var late = new Word("Peter", Duration.ofMillis(500), Duration.ofMillis(600), 1);
    var early = new Word("I'm", Duration.ofMillis(100), Duration.ofMillis(200), 1);

    var masked =
        comprehend()
            .mask(
                transcript(
                    "en-US", new ChannelTranscript(new AudioChannel(0), List.of(late, early))));

    assertThat(text(masked.transcript())).isEqualTo("I'm [NAME]");
  }

  @Test
  void onlyTheKindsThatAreNamedAreMasked() {
    var masked = comprehend("phone").mask(transcript("en-US", channel(0, 0, "Peter has 555 0123")));

    assertThat(text(masked.transcript())).isEqualTo("Peter has [PHONE]");
  }

  @Test
  void languageThatNobodyReadsIsRefusedUnlessItMayBeKept() {
    var french = transcript("fr-FR", channel(0, 0, "Je suis Peter"));
    var keeps = redaction(Finder.AMAZON_COMPREHEND, List.of(), Unread.KEEP);

    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> comprehend().mask(french))
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.LANGUAGE_NOT_SUPPORTED))
        .withMessageContaining("fr-FR")
        .withMessageContaining("aftercall.redaction.other-languages");
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> comprehend().mask(transcript(null, channel(0, 0, "Peter"))));
    assertThat(keeps.mask(french).transcript()).isSameAs(french);
    assertThat(keeps.mask(french).note())
        .isEqualTo(" Nothing is masked: The finder does not read fr-FR.");
  }

  @Test
  void withoutFinderTranscriptsStayAsTheyAre() {
    var off = redaction(Finder.NONE, List.of(), Unread.REFUSE);
    var french = transcript("fr-FR", channel(0, 0, "Je suis Peter"));

    assertThat(off.mask(french).transcript()).isSameAs(french);
    assertThat(off.mask(french).note()).isEmpty();
    assertThat(finds.asked).isEmpty();
  }

  @Test
  void whatContactLensWroteIsMaskedInAllItsPlaces() {
    var file = ContactLensFormatTest.PUBLISHED.deepCopy();

    var places = MaskedContactLens.in(file, comprehend(), Optional.of(new LanguageCode("en-US")));

    assertThat(places).contains(3);
    assertThat(JSON.writeValueAsString(file.path("Transcript")))
        .doesNotContain("Peter", "Smith", "555");
    var analysis = ContactLensFormat.analysis(file);
    assertThat(analysis.fullText()).contains("this is [NAME]. I would", "at [PHONE] if");
    assertThat(analysis.highlights())
        .extracting(ContactLensAnalysis.Highlight::text)
        .containsExactly(
            "I would like to cancel my subscription",
            "I have cancelled your subscription, [NAME]",
            "I will send you all the details later today");
    assertThat(ContactLensFormat.turns(file)).doesNotContain("Smith").contains("[NAME]");
  }
}
