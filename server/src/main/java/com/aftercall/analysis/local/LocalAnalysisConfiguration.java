package com.aftercall.analysis.local;

import com.aftercall.analysis.spi.CustomEntityAnalyzer;
import com.aftercall.analysis.spi.KeyPhraseAnalyzer;
import com.aftercall.analysis.spi.LanguageAnalyzer;
import com.aftercall.analysis.spi.SentimentAnalyzer;
import com.aftercall.analysis.spi.SyntaxAnalyzer;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The analyzers of this process. Their models are read when they are first used. */
@Configuration(proxyBeanMethods = false)
class LocalAnalysisConfiguration {

  @Bean
  @ConditionalOnProperty(
      name = "aftercall.analysis.sentiment",
      havingValue = "local",
      matchIfMissing = true)
  SentimentAnalyzer sentimentAnalyzer() {
    return new LogisticSentimentAnalyzer();
  }

  @Bean
  @ConditionalOnProperty(
      name = "aftercall.analysis.key-phrases",
      havingValue = "local",
      matchIfMissing = true)
  KeyPhraseAnalyzer keyPhraseAnalyzer() {
    return new PerceptronKeyPhraseAnalyzer();
  }

  @Bean
  @ConditionalOnProperty(
      name = "aftercall.analysis.dominant-language",
      havingValue = "local",
      matchIfMissing = true)
  LanguageAnalyzer languageAnalyzer() {
    return new OpenNlpLanguageAnalyzer();
  }

  @Bean
  CustomEntityAnalyzer customEntityAnalyzer(
      @Value("${aftercall.analysis.entity-lists}") String folder,
      ObjectProvider<InstantSource> clock) {
    return new ListedEntityAnalyzer(
        new EntityLists(Path.of(folder), clock.getIfAvailable(InstantSource::system)));
  }

  @Bean
  @ConditionalOnProperty(
      name = "aftercall.analysis.syntax",
      havingValue = "local",
      matchIfMissing = true)
  SyntaxAnalyzer syntaxAnalyzer() {
    return new PerceptronSyntaxAnalyzer();
  }
}
