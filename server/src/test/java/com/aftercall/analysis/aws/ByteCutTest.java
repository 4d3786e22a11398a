package com.aftercall.analysis.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ByteCutTest {

  private static List<String> cut(String text, int maxBytes) {
    return ByteCut.pieces(text, maxBytes).stream()
        .map(range -> text.substring(range.begin(), range.end()))
        .toList();
  }

  @Test
  void textThatFitsIsOnePiece() {
    assertThat(cut("Hello. You.", 11)).containsExactly("Hello. You.");
  }

  @Test
  void textOneByteTooLongIsCutBehindItsSentence() {
    assertThat(cut("Hello. You.", 10)).containsExactly("Hello.", " You.");
  }

  @Test
  void pointInANumberEndsNoSentence() {
    assertThat(cut("Only 3.14 now", 10)).containsExactly("Only 3.14 ", "now");
  }

  @Test
  void sentencesOfJapaneseNeedNoBlank() {
    // Three bytes each: seven characters fit into 21 bytes.
    assertThat(cut("ありがとう。そうです。", 21)).containsExactly("ありがとう。", "そうです。");
  }

  @Test
  void wordWithoutEndIsCutBetweenCharacters() {
    // An emoji has four bytes and two chars; half of one is never left.
    assertThat(cut("😀😀😀", 9)).containsExactly("😀😀", "😀");
  }

  @Test
  void nothingIsLostAndNothingIsTooLong() {
    var random = new Random(4);
    for (var round = 0; round < 500; round++) {
      var text =
          random
              .ints(random.nextInt(200), 0, 12)
              .mapToObj(
                  i -> List.of("a", "b", " ", ".", "ö", "あ", "。", "😀", "\n", "!", "1", "x").get(i))
              .collect(Collectors.joining());
      var max = 4 + random.nextInt(40);
      var pieces = cut(text, max);
      assertThat(String.join("", pieces)).isEqualTo(text);
      assertThat(pieces)
          .allMatch(piece -> piece.getBytes(StandardCharsets.UTF_8).length <= max)
          .noneMatch(String::isEmpty);
    }
  }
}
