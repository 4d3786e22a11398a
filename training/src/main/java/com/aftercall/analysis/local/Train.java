package com.aftercall.analysis.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes all models again. */
final class Train {

  /** Those of Universal Dependencies, with O for X. */
  private static final List<String> TAGS =
      List.of(
          "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "O", "PART", "PRON",
          "PROPN", "PUNCT", "SCONJ", "SYM", "VERB");

  private Train() {}

  /** Arguments: the folder of the language data, the folder to write the models into. */
  public static void main(String[] arguments) throws IOException {
    var data = new LanguageSources(Path.of(arguments[0]));
    var models = Path.of(arguments[1]);
    LexiconConversion.convert(data.vaderLexicon(), models.resolve("vader-lexicon.tsv"));
    new SequenceTraining("tagger", TAGS, LabelledSentence::tags, 10)
        .train(data, models.resolve("tagger-en.model"));
    new SequenceTraining("noun phrases", Chunk.LABELS, LabelledSentence::chunks, 6)
        .train(data, models.resolve("noun-phrases-en.model"));
    try (var lexicon = Files.newInputStream(models.resolve("vader-lexicon.tsv"))) {
      new SentimentTraining(SentimentLexicon.read(lexicon))
          .train(data, models.resolve("sentiment-en.model"));
    }
  }
}
