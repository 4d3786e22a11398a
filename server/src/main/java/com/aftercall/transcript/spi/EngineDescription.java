package com.aftercall.transcript.spi;

import com.aftercall.transcript.LanguageCode;
import java.util.Set;

/**
 * What an engine is and can do.
 *
 * @param name as in the configuration, such as {@code sphinx}
 * @param quality what to expect of its words
 * @param languages every code that it takes
 * @param sampleRateHz at which it wants to be fed
 * @param advice what to do to get a better transcript, one sentence; empty if there is nothing to
 *     do
 */
public record EngineDescription(
    String name, Quality quality, Set<LanguageCode> languages, int sampleRateHz, String advice) {

  /** Takes a copy of the set. */
  public EngineDescription {
    languages = Set.copyOf(languages);
  }

  /** What to expect of the words. */
  public enum Quality {
    /** Gives an idea of what was said; many words are wrong. */
    DRAFT,
    /** Fit to be read and searched. */
    GOOD
  }
}
