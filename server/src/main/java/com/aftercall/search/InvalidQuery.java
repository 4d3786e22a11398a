package com.aftercall.search;

/** A filter, order or cursor that cannot be used; the message is a sentence that says why. */
public final class InvalidQuery extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** The sentence goes to the caller; it does not quote what is personal. */
  public InvalidQuery(String sentence) {
    super(sentence);
  }

  /** What is wrong and what can be given instead. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
