package com.aftercall.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class SentimentMeanTest {

  private static final SentimentScores PLEASED = new SentimentScores(0.8, 0.1, 0.1, 0.0);
  private static final SentimentScores ANGRY = new SentimentScores(0.1, 0.8, 0.1, 0.0);
  private static final SentimentScores FACTUAL = new SentimentScores(0.0, 0.2, 0.8, 0.0);

  private final SentimentMean mean = new SentimentMean();

  @Test
  void nothingHasNoSentiment() {
    assertThat(mean.result()).isNull();
  }

  @Test
  void pieceWithoutWeightIsNothing() {
    mean.add(ANGRY, 0);

    assertThat(mean.result()).isNull();
  }

  @Test
  void onePieceKeepsItsScores() {
    mean.add(ANGRY, 7);

    assertThat(result().scores()).isEqualTo(ANGRY);
    assertThat(result().label()).isEqualTo(Sentiment.NEGATIVE);
  }

  @Test
  void neutralPiecesWeighLessThanTheirLength() {
    mean.add(FACTUAL, 100); // weight 100 * (1 - 0.75 * 0.8) = 40
    mean.add(ANGRY, 50); // weight 50 * (1 - 0.75 * 0.1) = 46.25

    // negative: (40 * 0.2 + 46.25 * 0.8) / 86.25; neutral: (40 * 0.8 + 46.25 * 0.1) / 86.25
    assertThat(result().scores().negative()).isEqualTo(45.0 / 86.25, within(1e-12));
    assertThat(result().scores().neutral()).isEqualTo(36.625 / 86.25, within(1e-12));
    assertThat(result().scores().positive()).isEqualTo(4.625 / 86.25, within(1e-12));
    assertThat(result().scores().mixed()).isZero();
    assertThat(result().label()).isEqualTo(Sentiment.NEGATIVE);
  }

  @Test
  void strongPiecesOfBothPolaritiesMakeTheSumMixed() {
    mean.add(PLEASED, 100); // weight 92.5
    mean.add(ANGRY, 100); // weight 92.5

    // means 0.45, 0.45, 0.1, 0; of them 0.4 each comes from pieces with that label
    assertThat(result().scores().positive()).isEqualTo(0.05, within(1e-12));
    assertThat(result().scores().negative()).isEqualTo(0.05, within(1e-12));
    assertThat(result().scores().neutral()).isEqualTo(0.1, within(1e-12));
    assertThat(result().scores().mixed()).isEqualTo(0.8, within(1e-12));
    assertThat(result().label()).isEqualTo(Sentiment.MIXED);
  }

  @Test
  void overlapOfFifteenHundredthsIsTheSmallestThatCounts() {
    // positive part: 0.8 * 3 / 16 = 0.15
    mean.add(PLEASED, 3);
    mean.add(ANGRY, 13);
    assertThat(result().scores().mixed()).isEqualTo(0.3, within(1e-12));

    // a little more anger takes it below
    mean.add(ANGRY, 0.1);
    assertThat(result().scores().mixed()).isZero();
    assertThat(result().label()).isEqualTo(Sentiment.NEGATIVE);
  }

  @Test
  void oneKindOfPolarityIsNeverMixed() {
    mean.add(ANGRY, 10);
    mean.add(ANGRY, 20);
    mean.add(FACTUAL, 10);

    assertThat(result().scores().mixed()).isZero();
  }

  @Test
  void scoresAddUpToOneWhateverIsMoved() {
    mean.add(PLEASED, 31);
    mean.add(ANGRY, 17);
    mean.add(FACTUAL, 99);

    var scores = result().scores();
    assertThat(scores.positive() + scores.negative() + scores.neutral() + scores.mixed())
        .isEqualTo(1, within(1e-12));
  }

  private ScoredSentiment result() {
    return Objects.requireNonNull(mean.result());
  }
}
