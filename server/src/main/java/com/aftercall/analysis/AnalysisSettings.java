package com.aftercall.analysis;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who makes each analysis.
 *
 * @param sentiment how it was said
 * @param keyPhrases what it was about
 * @param dominantLanguage in which language
 * @param customEntities the operator's own terms; their lists count with either
 * @param syntax the parts of speech
 */
@ConfigurationProperties("aftercall.analysis")
record AnalysisSettings(
    @DefaultValue("local") Analyst sentiment,
    @DefaultValue("local") Analyst keyPhrases,
    @DefaultValue("local") Analyst dominantLanguage,
    @DefaultValue("local") Analyst customEntities,
    @DefaultValue("local") Analyst syntax) {

  /** Who can make an analysis. */
  enum Analyst {
    /** This process; nothing leaves it. */
    LOCAL,
    /** Amazon Comprehend; texts go to AWS, and it costs money. */
    AMAZON_COMPREHEND
  }
}
