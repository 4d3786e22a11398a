package com.aftercall.analysis.local;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tokens, parts of speech and noun phrases against treebanks. */
final class SyntaxEvaluation {

  private static final Map<String, String> SETS =
      Map.of("ewt", "syntax-ewt", "gum_spoken", "syntax-gum-spoken", "atis", "syntax-atis");

  private final SequenceLabeler tagger =
      new SequenceLabeler(LinearModel.resource("tagger-en.model"));
  private final SequenceLabeler chunker =
      new SequenceLabeler(LinearModel.resource("noun-phrases-en.model"));

  private SyntaxEvaluation() {}

  static void print(LanguageSources data) {
    var evaluation = new SyntaxEvaluation();
    for (var set : List.of("ewt", "gum_spoken", "atis")) {
      var folder = java.util.Objects.requireNonNull(SETS.get(set));
      var sentences = LabelledSentence.read(data.development(folder + "/dev.tsv"));
      if (!"atis".equals(set)) {
        evaluation.tokens(set, sentences);
        evaluation.words(set + "_raw", sentences);
      }
      var spoken = sentences.stream().map(LabelledSentence::spoken).toList();
      evaluation.words(set + "_asr", spoken);
    }
  }

  private void tokens(String set, List<LabelledSentence> sentences) {
    int right = 0;
    int all = 0;
    for (var sentence : sentences) {
      var gold = sentence.places();
      var found = new EnglishTokenizer().tokenize(sentence.text());
      if (!gold.isEmpty()) {
        all += gold.size() + found.size();
        right +=
            (int)
                found.stream()
                    .filter(token -> gold.contains(List.of(token.begin(), token.end())))
                    .count();
      }
    }
    Evaluate.line("syntax_" + set + "_token_f1", 200.0 * right / all, "percent");
  }

  private void words(String set, List<LabelledSentence> sentences) {
    var tags = new Calibration();
    var phrases = new Calibration();
    int goldPhrases = 0;
    int foundPhrases = 0;
    int rightPhrases = 0;
    for (var sentence : sentences) {
      var words = sentence.wordArray();
      var probabilities = tagger.label(words);
      for (int i = 0; i < words.length; i++) {
        int best = Probabilities.highest(probabilities[i]);
        tags.add(probabilities[i][best], tagger.labels().get(best).equals(sentence.tags().get(i)));
      }
      var gold = spans(sentence.chunks());
      var found = Chunk.read(chunker, words);
      goldPhrases += gold.size();
      foundPhrases += found.size();
      for (var chunk : found) {
        boolean right = gold.contains(List.of(chunk.first(), chunk.last()));
        rightPhrases += right ? 1 : 0;
        phrases.add(chunk.score(), right);
      }
    }
    Evaluate.line("syntax_" + set + "_accuracy", tags.accuracyPercent(), "percent");
    Evaluate.line("syntax_" + set + "_calibration_error", 100 * tags.error(), "percent");
    Evaluate.line(
        "noun_phrases_" + set + "_f1",
        200.0 * rightPhrases / (goldPhrases + foundPhrases),
        "percent");
    Evaluate.line("noun_phrases_" + set + "_calibration_error", 100 * phrases.error(), "percent");
  }

  private static Set<List<Integer>> spans(List<String> labels) {
    var spans = new HashSet<List<Integer>>();
    var open = new ArrayList<Integer>();
    for (int i = 0; i <= labels.size(); i++) {
      var label = i < labels.size() ? labels.get(i) : "O";
      if (!open.isEmpty() && !"I".equals(label)) {
        spans.add(List.of(open.getFirst(), i - 1));
        open.clear();
      }
      if ("B".equals(label) || ("I".equals(label) && open.isEmpty())) {
        open.add(i);
      }
    }
    return spans;
  }
}
