package com.aftercall.analysis.aws;

import com.aftercall.analysis.spi.CustomEntityAnalyzer;
import com.aftercall.analysis.spi.KeyPhraseAnalyzer;
import com.aftercall.analysis.spi.LanguageAnalyzer;
import com.aftercall.analysis.spi.SentimentAnalyzer;
import com.aftercall.analysis.spi.SyntaxAnalyzer;
import com.aftercall.aws.AwsClients;
import com.aftercall.doctor.Check;
import com.aftercall.transcript.PrivateTextFinder;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.comprehend.ComprehendClient;

/** Amazon Comprehend for the analyses that are by it; nothing of it is loaded otherwise. */
@Configuration(proxyBeanMethods = false)
@Conditional(ComprehendConfiguration.Wanted.class)
class ComprehendConfiguration {

  private static final String COMPREHEND = "amazon-comprehend";
  private static final List<String> ANALYSES =
      List.of(
          "aftercall.analysis.sentiment",
          "aftercall.analysis.key-phrases",
          "aftercall.analysis.dominant-language",
          "aftercall.analysis.custom-entities",
          "aftercall.analysis.syntax");

  private static final Duration CONNECT = Duration.ofSeconds(5);

  @Bean
  Comprehend comprehend(AwsClients clients) {
    return new Comprehend(
        clients
            .configure(ComprehendClient.builder(), "comprehend")
            .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT))
            .build());
  }

  @Bean
  Check comprehendCheck(Comprehend comprehend, Environment settings) {
    var analyzes =
        ANALYSES.stream().anyMatch(name -> COMPREHEND.equals(settings.getProperty(name)));
    var masks = COMPREHEND.equals(settings.getProperty("aftercall.redaction.by"));
    return new ComprehendCheck(comprehend, analyzes, masks);
  }

  @Bean
  @ConditionalOnProperty(name = "aftercall.analysis.sentiment", havingValue = COMPREHEND)
  SentimentAnalyzer comprehendSentiment(Comprehend comprehend) {
    return new ComprehendSentiment(comprehend);
  }

  @Bean
  @ConditionalOnProperty(name = "aftercall.analysis.key-phrases", havingValue = COMPREHEND)
  KeyPhraseAnalyzer comprehendKeyPhrases(Comprehend comprehend) {
    return new ComprehendKeyPhrases(comprehend);
  }

  @Bean
  @ConditionalOnProperty(name = "aftercall.analysis.dominant-language", havingValue = COMPREHEND)
  LanguageAnalyzer comprehendDominantLanguage(Comprehend comprehend) {
    return new ComprehendDominantLanguage(comprehend);
  }

  @Bean
  @Primary
  @ConditionalOnProperty(name = "aftercall.analysis.custom-entities", havingValue = COMPREHEND)
  CustomEntityAnalyzer comprehendEntities(
      Comprehend comprehend,
      ComprehendSettings settings,
      @Qualifier("customEntityAnalyzer") CustomEntityAnalyzer lists) {
    return new ComprehendEntities(comprehend, settings, lists);
  }

  @Bean
  @ConditionalOnProperty(name = "aftercall.analysis.syntax", havingValue = COMPREHEND)
  SyntaxAnalyzer comprehendSyntax(Comprehend comprehend) {
    return new ComprehendSyntax(comprehend);
  }

  @Bean
  @ConditionalOnProperty(name = "aftercall.redaction.by", havingValue = COMPREHEND)
  PrivateTextFinder comprehendPrivateText(Comprehend comprehend) {
    return new ComprehendPrivateText(comprehend);
  }

  /** One of the five, or redaction, is by Comprehend. */
  static final class Wanted extends AnyNestedCondition {

    Wanted() {
      super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    @ConditionalOnProperty(name = "aftercall.analysis.sentiment", havingValue = COMPREHEND)
    static final class ForSentiment {}

    @ConditionalOnProperty(name = "aftercall.analysis.key-phrases", havingValue = COMPREHEND)
    static final class ForKeyPhrases {}

    @ConditionalOnProperty(name = "aftercall.analysis.dominant-language", havingValue = COMPREHEND)
    static final class ForDominantLanguage {}

    @ConditionalOnProperty(name = "aftercall.analysis.custom-entities", havingValue = COMPREHEND)
    static final class ForCustomEntities {}

    @ConditionalOnProperty(name = "aftercall.analysis.syntax", havingValue = COMPREHEND)
    static final class ForSyntax {}

    @ConditionalOnProperty(name = "aftercall.redaction.by", havingValue = COMPREHEND)
    static final class ForRedaction {}
  }
}
