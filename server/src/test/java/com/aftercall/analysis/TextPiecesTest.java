package com.aftercall.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextPiecesTest {

  @Test
  void shortTextIsOnePiece() {
    assertThat(TextPieces.of("Hello. How are you?")).containsExactly("Hello. How are you?");
  }

  @Test
  void textOfFiveHundredIsOnePieceAndOneMoreMakesTwo() {
    assertThat(TextPieces.of("a".repeat(500))).hasSize(1);
    assertThat(TextPieces.of("a".repeat(501))).containsExactly("a".repeat(500), "a");
  }

  @Test
  void longTextIsCutBehindASentence() {
    var first = "x".repeat(399) + ".";
    var second = "y ".repeat(100).strip();

    assertThat(TextPieces.of(first + " " + second)).containsExactly(first, second);
  }

  @Test
  void textWithoutSentencesIsCutAtASpace() {
    var pieces = TextPieces.of("word ".repeat(1000));

    assertThat(pieces).allMatch(piece -> piece.length() <= 500 && piece.endsWith("word"));
    assertThat(String.join(" ", pieces)).isEqualTo("word ".repeat(1000).strip());
  }

  @Test
  void characterOfTwoUnitsIsNeverCut() {
    var pieces = TextPieces.of("a" + "\ud83d\ude00".repeat(400));

    assertThat(String.join("", pieces)).isEqualTo("a" + "\ud83d\ude00".repeat(400));
    assertThat(pieces).noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0)));
  }

  @Test
  void blankTextHasNoPieces() {
    assertThat(TextPieces.of("  \n ")).isEmpty();
  }
}
