package com.aftercall.analysis.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the texts lie, and which may be learned from. README.md has their licences; texts whose
 * licence forbids it (GUM in part, ATIS, SST, MELD, airline tweets) are for judging only.
 *
 * @param folder with {@code language-training} and {@code language-data} in it
 */
record LanguageSources(Path folder) {

  /** Sentences written here, by us, for the sake of what contacts are made of. */
  private static final String OWN_SENTENCES = "/contact-center.tsv";

  /** So many times, as they are few. */
  private static final int OWN_COPIES = 8;

  List<LabelledSentence> treebankTraining() {
    return LabelledSentence.read(training("syntax/ewt-train.tsv.gz"));
  }

  List<LabelledSentence> treebankDevelopment() {
    return LabelledSentence.read(development("syntax-ewt/dev.tsv"));
  }

  List<LabelledText> sentimentTraining() {
    var texts = new ArrayList<LabelledText>();
    texts.addAll(LabelledText.read(training("sentiment/goemo.train.tsv.gz")));
    texts.addAll(LabelledText.read(training("sentiment/mams.train.tsv.gz")));
    texts.addAll(LabelledText.read(training("sentiment/mdgweak.train.tsv.gz")));
    texts.addAll(LabelledText.read(development("sentiment-uci/dev.tsv")));
    for (var part : List.of("amazon", "tweets", "nyt")) {
      texts.addAll(
          LabelledText.readRated(development("sentiment-vader-gold/%s.dev.tsv".formatted(part))));
    }
    var own = LabelledText.readResource(OWN_SENTENCES);
    for (int i = 0; i < OWN_COPIES; i++) {
      texts.addAll(own);
    }
    return texts;
  }

  Path vaderLexicon() {
    return training("sentiment/vader_lexicon.txt");
  }

  Path training(String name) {
    return folder.resolve("language-training").resolve(name);
  }

  Path development(String name) {
    return folder.resolve("language-data").resolve(name);
  }
}
