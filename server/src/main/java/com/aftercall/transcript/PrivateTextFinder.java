package com.aftercall.transcript;

import java.util.List;

/**
 * Finds what is private in texts: names, numbers, addresses. A port that the module of analyses
 * implements, so that the transcript is stored without it.
 */
public interface PrivateTextFinder {

  /** Who it is, for sentences. */
  String title();

  /** Whether it reads this language. */
  boolean reads(LanguageCode language);

  /**
   * What is private in each of the texts, in their order; places of one text may overlap.
   *
   * @param texts turns of one contact by time, so that a question is read with its answer
   * @param language one that it reads
   */
  List<List<PrivateText>> find(List<String> texts, LanguageCode language);
}
