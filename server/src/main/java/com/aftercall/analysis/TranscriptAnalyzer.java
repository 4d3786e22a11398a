package com.aftercall.analysis;

import com.aftercall.analysis.spi.CustomEntityAnalyzer;
import com.aftercall.analysis.spi.KeyPhraseAnalyzer;
import com.aftercall.analysis.spi.LanguageAnalyzer;
import com.aftercall.analysis.spi.SentimentAnalyzer;
import com.aftercall.analysis.spi.SyntaxAnalyzer;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The five analyses of a transcript. Each stands alone: one that fails says nothing about the
 * others. Turns go to the analyzers one by one, so no length of a contact is too much.
 *
 * <p>All methods take the turns of the whole contact, by time, and a scope that says whose are
 * looked at; indices in the results count in the list that was given. A language that an analyzer
 * does not know throws {@link PermanentException}. Any number of threads may use one object.
 */
public final class TranscriptAnalyzer {

  private static final int QUARTERS = 4;

  private final SentimentAnalyzer sentiments;
  private final KeyPhraseAnalyzer keyPhrases;
  private final LanguageAnalyzer languages;
  private final CustomEntityAnalyzer customEntities;
  private final SyntaxAnalyzer syntax;

  /** Works with these five. */
  public TranscriptAnalyzer(
      SentimentAnalyzer sentiments,
      KeyPhraseAnalyzer keyPhrases,
      LanguageAnalyzer languages,
      CustomEntityAnalyzer customEntities,
      SyntaxAnalyzer syntax) {
    this.sentiments = sentiments;
    this.keyPhrases = keyPhrases;
    this.languages = languages;
    this.customEntities = customEntities;
    this.syntax = syntax;
  }

  /**
   * Sentiment by turn, by quarter and overall.
   *
   * <p>A turn of more than 500 characters is cut at the ends of sentences. Turns weigh by their
   * length in characters, discounted where they are neutral; where some turns are positive and
   * others negative, the sum is mixed: {@link SentimentMean} has the formula. A turn that spans
   * several quarters counts in each by the part of its time.
   */
  public SentimentAnalysis sentiment(List<Turn> turns, AnalysisScope scope, LanguageCode language) {
    sentiments.requireSupport(language.value());
    var found = new ArrayList<TurnSentiment>();
    var overall = new SentimentMean();
    var quarters =
        List.of(new SentimentMean(), new SentimentMean(), new SentimentMean(), new SentimentMean());
    var end = turns.stream().map(Turn::end).max(Duration::compareTo).orElse(Duration.ZERO);
    forEach(
        turns,
        scope,
        (turn, index) -> {
          var scores = sentiment(turn.text(), language);
          if (scores == null) {
            return;
          }
          found.add(new TurnSentiment(index, scores.label(), scores.scores()));
          overall.add(scores.scores(), turn.text().length());
          for (int quarter = 0; quarter < QUARTERS; quarter++) {
            double share = QuarterShare.of(turn, quarter, end);
            quarters.get(quarter).add(scores.scores(), turn.text().length() * share);
          }
        });
    var quarterResults = new ArrayList<@Nullable ScoredSentiment>();
    quarters.forEach(quarter -> quarterResults.add(quarter.result()));
    return new SentimentAnalysis(overall.result(), quarterResults, found);
  }

  /** Noun phrases, each told once with all places where it was said. */
  public KeyPhrases keyPhrases(List<Turn> turns, AnalysisScope scope, LanguageCode language) {
    keyPhrases.requireSupport(language.value());
    var found = new ArrayList<KeyPhrase>();
    forEach(
        turns,
        scope,
        (turn, index) -> {
          for (var span : keyPhrases.analyze(turn.text(), language.value())) {
            var text = turn.text().substring(span.beginOffset(), span.endOffset());
            found.add(
                new KeyPhrase(text, span.score(), span.beginOffset(), span.endOffset(), index));
          }
        });
    return PhraseRanking.rank(found);
  }

  /** The language of all that was said in the scope together. */
  public Languages dominantLanguage(List<Turn> turns, AnalysisScope scope) {
    var text =
        turns.stream()
            .filter(turn -> scope.covers(turn.participant()))
            .map(Turn::text)
            .collect(Collectors.joining("\n"));
    return new Languages(languages.analyze(text));
  }

  /** Terms of the customer's own lists. */
  public CustomEntities customEntities(
      List<Turn> turns, AnalysisScope scope, LanguageCode language) {
    customEntities.requireSupport(language.value());
    var found = new ArrayList<CustomEntity>();
    forEach(
        turns,
        scope,
        (turn, index) -> {
          for (var span : customEntities.analyze(turn.text(), language.value())) {
            var text = turn.text().substring(span.beginOffset(), span.endOffset());
            found.add(
                new CustomEntity(
                    text, span.type(), span.score(), span.beginOffset(), span.endOffset(), index));
          }
        });
    return new CustomEntities(found, customEntities.problems());
  }

  /** All words with their parts of speech. */
  public Syntax syntax(List<Turn> turns, AnalysisScope scope, LanguageCode language) {
    syntax.requireSupport(language.value());
    var found = new ArrayList<SyntaxToken>();
    forEach(
        turns,
        scope,
        (turn, index) -> {
          for (var span : syntax.analyze(turn.text(), language.value())) {
            var text = turn.text().substring(span.beginOffset(), span.endOffset());
            found.add(
                new SyntaxToken(
                    text, span.tag(), span.score(), span.beginOffset(), span.endOffset(), index));
          }
        });
    return new Syntax(found);
  }

  private @Nullable ScoredSentiment sentiment(String text, LanguageCode language) {
    var mean = new SentimentMean();
    for (var piece : TextPieces.of(text)) {
      mean.add(sentiments.analyze(piece, language.value()), piece.length());
    }
    return mean.result();
  }

  private static void forEach(List<Turn> turns, AnalysisScope scope, ObjIntConsumer<Turn> action) {
    for (int i = 0; i < turns.size(); i++) {
      if (scope.covers(turns.get(i).participant())) {
        action.accept(turns.get(i), i);
      }
    }
  }
}
