package com.aftercall.analysis;

/** How something was said; the words are those of Amazon Comprehend. */
public enum Sentiment {
  /** Pleased, thankful, relieved. */
  POSITIVE,
  /** Angry, disappointed, worried. */
  NEGATIVE,
  /** Matter of fact. */
  NEUTRAL,
  /** Both positive and negative. */
  MIXED
}
