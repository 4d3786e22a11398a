package com.aftercall.analysis;

import com.aftercall.analysis.spi.CustomEntityAnalyzer;
import com.aftercall.analysis.spi.EntitySpan;
import com.aftercall.analysis.spi.KeyPhraseAnalyzer;
import com.aftercall.analysis.spi.LanguageAnalyzer;
import com.aftercall.analysis.spi.PhraseSpan;
import com.aftercall.analysis.spi.SentimentAnalyzer;
import com.aftercall.analysis.spi.SyntaxAnalyzer;
import com.aftercall.analysis.spi.TokenSpan;
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
 * others. Turns go to an analyzer all at once, each a text of its own, so no length of a contact is
 * too much, and an analyzer that is far away needs few requests.
 *
 * <p>All methods take the turns of the whole contact, by time, and give a result for each scope;
 * indices in the results count in the list that was given. A language that an analyzer does not
 * know throws {@link PermanentException}. Any number of threads may use one object.
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
  public ByScope<SentimentAnalysis> sentiment(List<Turn> turns, LanguageCode language) {
    sentiments.requireSupport(language.value());
    var felt = felt(turns, language);
    return ByScope.each(scope -> sentiment(turns, scope, felt));
  }

  private static SentimentAnalysis sentiment(
      List<Turn> turns, AnalysisScope scope, List<@Nullable ScoredSentiment> felt) {
    var found = new ArrayList<TurnSentiment>();
    var overall = new SentimentMean();
    var quarters =
        List.of(new SentimentMean(), new SentimentMean(), new SentimentMean(), new SentimentMean());
    var end = turns.stream().map(Turn::end).max(Duration::compareTo).orElse(Duration.ZERO);
    forEach(
        turns,
        scope,
        (turn, index) -> {
          var scores = felt.get(index);
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
  public ByScope<KeyPhrases> keyPhrases(List<Turn> turns, LanguageCode language) {
    keyPhrases.requireSupport(language.value());
    var spans = keyPhrases.analyzeAll(texts(turns), language.value());
    return ByScope.each(scope -> keyPhrases(turns, scope, spans));
  }

  private static KeyPhrases keyPhrases(
      List<Turn> turns, AnalysisScope scope, List<List<PhraseSpan>> spans) {
    var found = new ArrayList<KeyPhrase>();
    forEach(
        turns,
        scope,
        (turn, index) -> {
          for (var span : spans.get(index)) {
            var text = turn.text().substring(span.beginOffset(), span.endOffset());
            found.add(
                new KeyPhrase(text, span.score(), span.beginOffset(), span.endOffset(), index));
          }
        });
    return PhraseRanking.rank(found);
  }

  /** The language of all that was said in the scope together. */
  public ByScope<Languages> dominantLanguage(List<Turn> turns) {
    var texts = ByScope.each(scope -> textOf(turns, scope));
    var found = languages.analyzeAll(List.of(texts.customer(), texts.agent(), texts.whole()));
    return new ByScope<>(
        new Languages(found.get(0)), new Languages(found.get(1)), new Languages(found.get(2)));
  }

  private static String textOf(List<Turn> turns, AnalysisScope scope) {
    return turns.stream()
        .filter(turn -> scope.covers(turn.participant()))
        .map(Turn::text)
        .collect(Collectors.joining("\n"));
  }

  /** Terms of the customer's own lists. */
  public ByScope<CustomEntities> customEntities(List<Turn> turns, LanguageCode language) {
    customEntities.requireSupport(language.value());
    var spans = customEntities.analyzeAll(texts(turns), language.value());
    return ByScope.each(scope -> customEntities(turns, scope, spans));
  }

  private CustomEntities customEntities(
      List<Turn> turns, AnalysisScope scope, List<List<EntitySpan>> spans) {
    var found = new ArrayList<CustomEntity>();
    forEach(
        turns,
        scope,
        (turn, index) -> {
          for (var span : spans.get(index)) {
            var text = turn.text().substring(span.beginOffset(), span.endOffset());
            found.add(
                new CustomEntity(
                    text, span.type(), span.score(), span.beginOffset(), span.endOffset(), index));
          }
        });
    return new CustomEntities(found, customEntities.problems());
  }

  /** All words with their parts of speech. */
  public ByScope<Syntax> syntax(List<Turn> turns, LanguageCode language) {
    syntax.requireSupport(language.value());
    var spans = syntax.analyzeAll(texts(turns), language.value());
    return ByScope.each(scope -> syntax(turns, scope, spans));
  }

  private static Syntax syntax(List<Turn> turns, AnalysisScope scope, List<List<TokenSpan>> spans) {
    var found = new ArrayList<SyntaxToken>();
    forEach(
        turns,
        scope,
        (turn, index) -> {
          for (var span : spans.get(index)) {
            var text = turn.text().substring(span.beginOffset(), span.endOffset());
            found.add(
                new SyntaxToken(
                    text, span.tag(), span.score(), span.beginOffset(), span.endOffset(), index));
          }
        });
    return new Syntax(found);
  }

  /** The sentiment of each turn; null where a turn has none. */
  private List<@Nullable ScoredSentiment> felt(List<Turn> turns, LanguageCode language) {
    var pieces = turns.stream().map(turn -> TextPieces.of(turn.text())).toList();
    var scores =
        sentiments
            .analyzeAll(pieces.stream().flatMap(List::stream).toList(), language.value())
            .iterator();
    var felt = new ArrayList<@Nullable ScoredSentiment>();
    for (var ofTurn : pieces) {
      var mean = new SentimentMean();
      ofTurn.forEach(piece -> mean.add(scores.next(), piece.length()));
      felt.add(mean.result());
    }
    return felt;
  }

  private static List<String> texts(List<Turn> turns) {
    return turns.stream().map(Turn::text).toList();
  }

  private static void forEach(List<Turn> turns, AnalysisScope scope, ObjIntConsumer<Turn> action) {
    for (int i = 0; i < turns.size(); i++) {
      if (scope.covers(turns.get(i).participant())) {
        action.accept(turns.get(i), i);
      }
    }
  }
}
