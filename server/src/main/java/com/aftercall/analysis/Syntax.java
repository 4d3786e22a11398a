package com.aftercall.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All words in the scope with their parts of speech.
 *
 * @param tokens in the order of the contact
 */
public record Syntax(List<SyntaxToken> tokens) {

  /** Takes a copy. */
  public Syntax {
    tokens = List.copyOf(tokens);
  }

  /**
   * How often each word was said as each part of speech: the key is {@code TAG:word}, upper and
   * lower case told apart, in the order in which they were first said.
   */
  public Map<String, Integer> counts() {
    var counts = new LinkedHashMap<String, Integer>();
    for (var token : tokens) {
      counts.merge(token.tag() + ":" + token.text(), 1, Integer::sum);
    }
    return counts;
  }
}
