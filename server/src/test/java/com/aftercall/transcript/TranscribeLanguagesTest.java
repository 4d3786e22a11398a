package com.aftercall.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscribeLanguagesTest {

  @Test
  void everyCodeOfTranscribeIsThere() {
    assertThat(TranscribeLanguages.all())
        .hasSize(107)
        .doesNotHaveDuplicates()
        .contains(
            new LanguageCode("ab-GE"), // the first of the file
            new LanguageCode("kab-DZ"),
            new LanguageCode("en-WL"),
            new LanguageCode("zh-HK"),
            new LanguageCode("am-ET"),
            new LanguageCode("sq-AL"),
            new LanguageCode("zu-ZA")); // the last
  }

  @Test
  void codeOfTheRightFormNeedNotBeKnown() {
    assertThat(TranscribeLanguages.isKnown(new LanguageCode("en-GB"))).isTrue();
    assertThat(TranscribeLanguages.isKnown(new LanguageCode("en-UK"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "EN-us", "en_US", " en-US ", "en us", "en - US", "en__us"})
  void codeIsReadHoweverItIsWritten(String text) {
    assertThat(TranscribeLanguages.parse(text)).contains(new LanguageCode("en-US"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "en", "en-UK", "english", "en-US-x", "-", "eñ-US"})
  void whatIsNoCodeIsNotFound(String text) {
    assertThat(TranscribeLanguages.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-UK | en-UK is not a code of Amazon Transcribe; did you mean en-GB?",
        "EN_uk | EN_uk is not a code of Amazon Transcribe; did you mean en-GB?",
        "jp-JP | jp-JP is not a code of Amazon Transcribe; did you mean ja-JP?",
        "pt-XX | pt-XX is not a code of Amazon Transcribe; did you mean pt-BR or pt-PT?",
        "fr | fr is not a code of Amazon Transcribe; did you mean fr-CA or fr-FR?",
        "german | german is not a code of Amazon Transcribe; did you mean de-CH or de-DE?",
        "es-MX | es-MX is not a code of Amazon Transcribe; did you mean es-ES or es-US?",
        "qq-QQ | qq-QQ is not a code of Amazon Transcribe; codes have a form such as en-US"
      })
  void codesThatAreNearAreSuggested(String text, String explanation) {
    assertThat(TranscribeLanguages.explainUnknown(text)).isEqualTo(explanation);
  }

  @Test
  void atMostThreeCodesAreSuggested() {
    assertThat(TranscribeLanguages.explainUnknown("en-XX"))
        .isEqualTo(
            "en-XX is not a code of Amazon Transcribe; did you mean en-AB or en-AU or en-GB?");
  }

  @Test
  void longTextIsNotRepeatedInFull() {
    assertThat(TranscribeLanguages.explainUnknown("x".repeat(1_000)).length()).isLessThan(150);
  }
}
