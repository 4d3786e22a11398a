package com.aftercall.recordpage;

import com.aftercall.analysis.CustomEntities;
import com.aftercall.analysis.KeyPhrases;
import com.aftercall.analysis.Languages;
import com.aftercall.analysis.SentimentAnalysis;
import org.jspecify.annotations.Nullable;

/**
 * The analyses of one side, or of both together; each null where it was not made.
 *
 * @param sentiment how it was meant
 * @param keyPhrases what it was about
 * @param languages in which language
 * @param customEntities which of the operator's terms were used
 * @param syntaxTokens how many words have a part of speech
 */
public record Findings(
    @Nullable SentimentAnalysis sentiment,
    @Nullable KeyPhrases keyPhrases,
    @Nullable Languages languages,
    @Nullable CustomEntities customEntities,
    @Nullable Integer syntaxTokens) {

  /** The same for somebody who may not read what was said. */
  Findings withoutWords() {
    return new Findings(sentiment, null, languages, null, syntaxTokens);
  }
}
