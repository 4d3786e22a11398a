package com.aftercall.transcript.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aftercall.transcript.Punctuation;
import com.aftercall.transcript.TranscriptItem;
import com.aftercall.transcript.Word;
import com.aftercall.transcript.spi.SpeechStretch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenWordsTest {

  private static final SpeechStretch FIVE_SECONDS =
      new SpeechStretch(Duration.ofSeconds(10), new short[80_000], 16_000);

  @Test
  void piecesOfAWordAreJoinedAndMarksStandApart() {
    assertThat(texts(words("en", " Hel", "lo", ",", " it", "'s", " 5", "%", ".")))
        .containsExactly("Hello", ",", "it's", "5%", ".");
  }

  @Test
  void timesCountFromTheStartOfTheRecording() {
    TokenWords words = new TokenWords(FIVE_SECONDS, "en");
    words.add(bytes(" Hel"), new TokenStruct(1, 0.5f, 100, 120));
    words.add(bytes("lo"), new TokenStruct(2, 0.7f, 120, 150));

    Word word = (Word) words.items().getFirst();
    assertThat(word.begin()).isEqualTo(Duration.ofSeconds(11));
    assertThat(word.end()).isEqualTo(Duration.ofMillis(11_500));
    assertThat(word.confidence()).isCloseTo(0.6, within(0.001));
  }

  @Test
  void timesOutsideTheStretchOrUnknownAreHeldInside() {
    TokenWords words = new TokenWords(FIVE_SECONDS, "en");
    words.add(bytes(" before"), new TokenStruct(1, 0.5f, -1, -1));
    words.add(bytes(" after"), new TokenStruct(2, 0.5f, 499, 900));

    assertThat(words.items())
        .containsExactly(
            new Word("before", Duration.ofSeconds(10), Duration.ofSeconds(10), 0.5),
            new Word("after", Duration.ofMillis(14_990), Duration.ofSeconds(15), 0.5));
  }

  @Test
  void aCharacterThatSpansTokensStaysWhole() {
    byte[] word = bytes(" 谢谢");
    TokenWords words = new TokenWords(FIVE_SECONDS, "zh");
    words.add(Arrays.copyOfRange(word, 1, 3), new TokenStruct(1, 1, 0, 1));
    words.add(Arrays.copyOfRange(word, 3, 4), new TokenStruct(1, 1, 0, 1));
    words.add(Arrays.copyOfRange(word, 4, 7), new TokenStruct(1, 1, 0, 1));

    assertThat(texts(words.items())).containsExactly("谢", "谢");
  }

  @Test
  void marksWithoutAWordAndNotesAreDropped() {
    assertThat(words("en", " ...", " ♪", " -", ".")).isEmpty();
  }

  @Test
  void quotesAndBracketsAreDropped() {
    assertThat(texts(words("en", " \"", "Yes", "\"", "?"))).containsExactly("Yes", "?");
  }

  private static List<String> texts(List<TranscriptItem> items) {
    return items.stream().map(TranscriptItem::text).toList();
  }

  private static List<TranscriptItem> words(String language, String... tokens) {
    TokenWords words = new TokenWords(FIVE_SECONDS, language);
    for (String token : tokens) {
      words.add(bytes(token), new TokenStruct(1, 0.5f, 0, 10));
    }
    List<TranscriptItem> items = words.items();
    assertThat(items).allMatch(item -> item instanceof Word || item instanceof Punctuation);
    return items;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
