package com.aftercall.analysis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishTokenizerTest {

  private final EnglishTokenizer tokenizer = new EnglishTokenizer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "I don't know. | I do n't know .",
        "couldn't've | could n't 've",
        "can't cannot won't | ca n't can not wo n't",
        "It's Anna\u2019s, they're late! | It 's Anna \u2019s , they 're late !",
        "I'm gonna wanna go | I 'm gon na wan na go",
        "that costs $45.99, or 50% | that costs $ 45.99 , or 50 %",
        "at 10:30 on 3/4/2026 | at 10:30 on 3/4/2026",
        "1,000.50 dollars. | 1,000.50 dollars .",
        "Mr. Smith lives in the U.S. now | Mr. Smith lives in the U.S. now",
        "ask john.doe@example.com. | ask john.doe@example.com .",
        "see https://example.com/a?b=c. | see https://example.com/a?b=c .",
        "well-known 'quoted' word | well - known ' quoted ' word",
        "wait... what?! | wait ... what ? !",
        "rock 'n' roll | rock ' n ' roll",
        "the 2nd at 5pm | the 2nd at 5pm",
        "(yes) [no] | ( yes ) [ no ]"
      })
  void wordsAreThoseOfTheTreebank(String text, String words) {
    assertThat(tokenizer.tokenize(text).stream().map(Token::text).collect(Collectors.joining(" ")))
        .isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't know.",
        "\ud83d\ude00 great \ud83d\udc69\u200d\ud83d\udcbb!",
        "  spaces\tand\nlines \u00a0 here ",
        "na\u00efve caf\u00e9 \u2014 e\u0301",
        "''' -- ... ???"
      })
  void everyCharacterButSpaceIsInOneTokenAtItsPlace(String text) {
    var rebuilt = new StringBuilder(" ".repeat(text.length()));
    int end = 0;
    for (var token : tokenizer.tokenize(text)) {
      assertThat(token.begin()).isGreaterThanOrEqualTo(end);
      assertThat(token.text()).isEqualTo(text.substring(token.begin(), token.end()));
      rebuilt.replace(token.begin(), token.end(), token.text());
      end = token.end();
    }
    assertThat(rebuilt.toString()).isEqualTo(text.replaceAll("[\\s\u00a0]", " "));
  }

  @Test
  void emojiWithJoinersIsOneToken() {
    assertThat(tokenizer.tokenize("\ud83d\udc69\u200d\ud83d\udcbb ok").getFirst().end())
        .isEqualTo(5);
  }

  @Test
  void blankTextHasNoTokens() {
    assertThat(tokenizer.tokenize("")).isEmpty();
    assertThat(tokenizer.tokenize(" \n\t\u00a0")).isEmpty();
  }

  @Test
  void hostileRunsAreHarmless() {
    assertThat(tokenizer.tokenize("a" + "'s".repeat(50_000))).isNotEmpty();
    assertThat(tokenizer.tokenize("a@" + "b.".repeat(50_000))).isNotEmpty();
    assertThat(tokenizer.tokenize("www." + ")".repeat(50_000))).isNotEmpty();
    assertThat(tokenizer.tokenize("a.".repeat(100_000))).isNotEmpty();
    assertThat(tokenizer.tokenize("a'".repeat(20_000))).isNotEmpty();
    assertThat(tokenizer.tokenize("1:".repeat(100_000))).isNotEmpty();
  }
}
