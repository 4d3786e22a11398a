package com.aftercall.analysis.local;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Judges the models that lie in the server on texts that none of them has learned from. Prints one
 * line for each figure: name, value, unit.
 */
final class Evaluate {

  private Evaluate() {}

  /** Argument: the folder of the language data. */
  public static void main(String[] arguments) {
    var data = new LanguageSources(Path.of(arguments[0]));
    SyntaxEvaluation.print(data);
    SentimentEvaluation.print(data);
    LanguageEvaluation.print(data);
    SpeedEvaluation.print(data);
  }

  static void line(String name, double value, String unit) {
    System.out.printf(Locale.ROOT, "%s %.2f %s%n", name, value, unit);
  }
}
