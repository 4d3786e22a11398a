package com.aftercall.analysis.local;

import com.aftercall.analysis.PartOfSpeech;
import com.aftercall.analysis.spi.SyntaxAnalyzer;
import com.aftercall.analysis.spi.TokenSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words and parts of speech of English, by a tagger trained on the EWT treebank. */
final class PerceptronSyntaxAnalyzer implements SyntaxAnalyzer {

  private final EnglishTokenizer tokenizer = new EnglishTokenizer();
  private final Lazy<Tagger> tagger = new Lazy<>(Tagger::load);

  @Override
  public String name() {
    return "Syntax";
  }

  @Override
  public Set<String> languages() {
    return Set.of("en");
  }

  @Override
  public List<TokenSpan> analyze(String text, String languageTag) {
    requireSupport(languageTag);
    var tokens = tokenizer.tokenize(text);
    var probabilities = tagger.get().labeler.label(Token.texts(tokens));
    var spans = new ArrayList<TokenSpan>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      int best = Probabilities.highest(probabilities[i]);
      var token = tokens.get(i);
      spans.add(
          new TokenSpan(
              token.begin(), token.end(), tagger.get().tags.get(best), probabilities[i][best]));
    }
    return spans;
  }

  /** The model with its labels as tags. */
  private record Tagger(SequenceLabeler labeler, List<PartOfSpeech> tags) {

    static Tagger load() {
      var labeler = new SequenceLabeler(LinearModel.resource("tagger-en.model"));
      return new Tagger(labeler, labeler.labels().stream().map(PartOfSpeech::valueOf).toList());
    }
  }
}
