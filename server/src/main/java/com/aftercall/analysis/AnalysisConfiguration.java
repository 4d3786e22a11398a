package com.aftercall.analysis;

import com.aftercall.analysis.spi.CustomEntityAnalyzer;
import com.aftercall.analysis.spi.KeyPhraseAnalyzer;
import com.aftercall.analysis.spi.LanguageAnalyzer;
import com.aftercall.analysis.spi.SentimentAnalyzer;
import com.aftercall.analysis.spi.SyntaxAnalyzer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Joins the analyzers that are there. */
@Configuration(proxyBeanMethods = false)
class AnalysisConfiguration {

  @Bean
  TranscriptAnalyzer transcriptAnalyzer(
      SentimentAnalyzer sentiments,
      KeyPhraseAnalyzer keyPhrases,
      LanguageAnalyzer languages,
      CustomEntityAnalyzer customEntities,
      SyntaxAnalyzer syntax) {
    return new TranscriptAnalyzer(sentiments, keyPhrases, languages, customEntities, syntax);
  }
}
