package com.aftercall.analysis.local;

import com.aftercall.analysis.AnalysisScope;
import com.aftercall.analysis.TranscriptAnalyzer;
import com.aftercall.contact.Participant;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** How long a contact of two hours takes, all five analyses for customer, agent and whole. */
final class SpeedEvaluation {

  private static final int WORDS = 20_000;
  private static final LanguageCode ENGLISH = new LanguageCode("en-US");

  private SpeedEvaluation() {}

  static void print(LanguageSources data) {
    var turns = twoHours(LabelledText.read(data.development("sentiment-uss/mwoz.dev.tsv")));
    var analyzer =
        new TranscriptAnalyzer(
            new LogisticSentimentAnalyzer(),
            new PerceptronKeyPhraseAnalyzer(),
            new OpenNlpLanguageAnalyzer(),
            new ListedEntityAnalyzer(new EntityLists(Path.of("none"), InstantSource.system())),
            new PerceptronSyntaxAnalyzer());
    for (var round : List.of("first", "second")) {
      long begin = System.nanoTime();
      for (var scope : AnalysisScope.values()) {
        timed(round, scope, "sentiment", () -> analyzer.sentiment(turns, scope, ENGLISH));
        timed(round, scope, "key_phrases", () -> analyzer.keyPhrases(turns, scope, ENGLISH));
        timed(round, scope, "language", () -> analyzer.dominantLanguage(turns, scope));
        timed(round, scope, "entities", () -> analyzer.customEntities(turns, scope, ENGLISH));
        timed(round, scope, "syntax", () -> analyzer.syntax(turns, scope, ENGLISH));
      }
      Evaluate.line("two_hours_everything_" + round, secondsSince(begin), "seconds");
    }
  }

  private static void timed(String round, AnalysisScope scope, String analysis, Runnable work) {
    long begin = System.nanoTime();
    work.run();
    if (scope == AnalysisScope.WHOLE && "second".equals(round)) {
      Evaluate.line("two_hours_whole_" + analysis, secondsSince(begin), "seconds");
    }
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static List<Turn> twoHours(List<LabelledText> texts) {
    var turns = new ArrayList<Turn>();
    int words = 0;
    var at = Duration.ZERO;
    for (int i = 0; words < WORDS; i++) {
      var text = texts.get(i % texts.size()).text();
      int count = text.split(" ").length;
      var end = at.plusMillis(360L * count);
      var who = i % 2 == 0 ? Participant.CUSTOMER : Participant.AGENT;
      turns.add(new Turn(who, at, end, text, List.of()));
      words += count;
      at = end;
    }
    return turns;
  }
}
