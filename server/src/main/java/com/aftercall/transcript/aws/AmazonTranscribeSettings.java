package com.aftercall.transcript.aws;

import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.TranscribeLanguages;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * How Amazon Transcribe is used, where it is the engine.
 *
 * @param outputBucket where it writes transcripts; has to be readable for us as well
 * @param outputPrefix beginning of their keys in it
 * @param outputKmsKey id, ARN or alias of the key that they are encrypted with; blank: as the
 *     bucket is set up
 * @param role ARN of the role with which it reads recordings and writes transcripts; blank: ours
 * @param vocabularies names of custom vocabularies by language code
 * @param vocabularyFilters names of vocabulary filters by language code
 * @param vocabularyFilterMethod what happens to the words of the filter: {@code mask}, {@code
 *     remove} or {@code tag}
 * @param languageOptions the languages to choose from where the language is to be found out; empty:
 *     all
 * @param redact whether personal data is taken out of the transcript
 * @param redactTypes which kinds, such as {@code CREDIT_DEBIT_NUMBER}; empty: all
 * @param firstLook from a job's start to the first look at it; a number without unit is seconds, as
 *     in the original's {@code TranscriptionJobCheckWaitTime}
 * @param jobs at work at a time, for all servers together; AWS allows 250 to begin with
 * @param startsPerSecond jobs begun in a second; AWS allows 25 to begin with
 * @param queue URL of an Amazon SQS queue of its own to which EventBridge sends the ends of jobs;
 *     blank: jobs are looked at now and then only
 */
@ConfigurationProperties("aftercall.transcribe")
record AmazonTranscribeSettings(
    @Nullable String outputBucket,
    @DefaultValue("aftercall/") String outputPrefix,
    @Nullable String outputKmsKey,
    @Nullable String role,
    Map<String, String> vocabularies,
    Map<String, String> vocabularyFilters,
    @DefaultValue("mask") String vocabularyFilterMethod,
    @DefaultValue List<String> languageOptions,
    @DefaultValue("false") boolean redact,
    @DefaultValue List<String> redactTypes,
    @DurationUnit(ChronoUnit.SECONDS) Duration firstLook,
    @DefaultValue("200") int jobs,
    @DefaultValue("20") int startsPerSecond,
    @Nullable String queue) {

  AmazonTranscribeSettings {
    outputBucket = blankToNull(outputBucket);
    outputKmsKey = blankToNull(outputKmsKey);
    role = blankToNull(role);
    queue = blankToNull(queue);
    vocabularies = vocabularies == null ? Map.of() : Map.copyOf(vocabularies);
    vocabularyFilters = vocabularyFilters == null ? Map.of() : Map.copyOf(vocabularyFilters);
    if (!List.of("mask", "remove", "tag").contains(vocabularyFilterMethod)) {
      throw new IllegalArgumentException(
          "aftercall.transcribe.vocabulary-filter-method is '%s'; it can be mask, remove or tag"
              .formatted(vocabularyFilterMethod));
    }
    vocabularies.keySet().forEach(AmazonTranscribeSettings::requireLanguage);
    vocabularyFilters.keySet().forEach(AmazonTranscribeSettings::requireLanguage);
    languageOptions.forEach(AmazonTranscribeSettings::requireLanguage);
    if (languageOptions.size() == 1) {
      throw new IllegalArgumentException(
          "aftercall.transcribe.language-options has one language; give two or more, or none");
    }
    if (jobs < 1 || startsPerSecond < 1) {
      throw new IllegalArgumentException(
          "aftercall.transcribe.jobs and aftercall.transcribe.starts-per-second are 1 or more");
    }
  }

  /** The custom vocabulary of a language. */
  Optional<String> vocabulary(LanguageCode language) {
    return of(vocabularies, language);
  }

  /** The vocabulary filter of a language. */
  Optional<String> vocabularyFilter(LanguageCode language) {
    return of(vocabularyFilters, language);
  }

  /** Languages for which something is set that has to be told by language. */
  List<LanguageCode> languagesToChooseFrom() {
    return languageOptions.stream().map(AmazonTranscribeSettings::requireLanguage).toList();
  }

  private static Optional<String> of(Map<String, String> names, LanguageCode language) {
    return names.entrySet().stream()
        .filter(entry -> requireLanguage(entry.getKey()).equals(language))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static LanguageCode requireLanguage(String code) {
    return TranscribeLanguages.parse(code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "aftercall.transcribe: " + TranscribeLanguages.explainUnknown(code)));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
