package com.aftercall.analysis.local;

import com.aftercall.analysis.spi.KeyPhraseAnalyzer;
import com.aftercall.analysis.spi.PhraseSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Noun phrases of English, by a chunker trained on the EWT treebank: each word begins a phrase,
 * goes on with one, or is outside. A phrase is a noun with what stands before it, articles and
 * possessives included; pronouns alone are none, and neither is what is more likely none.
 */
final class PerceptronKeyPhraseAnalyzer implements KeyPhraseAnalyzer {

  /** Below it are mostly spelled numbers and words that the recogniser got wrong. */
  private static final double SMALLEST_SCORE = 0.4;

  private final EnglishTokenizer tokenizer = new EnglishTokenizer();
  private final Lazy<SequenceLabeler> chunker =
      new Lazy<>(() -> new SequenceLabeler(LinearModel.resource("noun-phrases-en.model")));

  @Override
  public String name() {
    return "Key phrase detection";
  }

  @Override
  public Set<String> languages() {
    return Set.of("en");
  }

  @Override
  public List<PhraseSpan> analyze(String text, String languageTag) {
    requireSupport(languageTag);
    var tokens = tokenizer.tokenize(text);
    var phrases = new ArrayList<PhraseSpan>();
    for (var chunk : Chunk.read(chunker.get(), Token.texts(tokens))) {
      if (chunk.score() >= SMALLEST_SCORE) {
        phrase(chunk, tokens).ifPresent(phrases::add);
      }
    }
    return phrases;
  }

  /** Without punctuation at its ends; empty if no letter is left. */
  private static Optional<PhraseSpan> phrase(Chunk chunk, List<Token> tokens) {
    int first = chunk.first();
    int last = chunk.last();
    while (first < last && !tokens.get(first).isWord()) {
      first++;
    }
    while (last > first && !tokens.get(last).isWord()) {
      last--;
    }
    return tokens.subList(first, last + 1).stream().anyMatch(Token::hasLetter)
        ? Optional.of(
            new PhraseSpan(tokens.get(first).begin(), tokens.get(last).end(), chunk.score()))
        : Optional.empty();
  }
}
