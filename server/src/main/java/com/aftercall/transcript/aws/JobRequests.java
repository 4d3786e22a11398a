package com.aftercall.transcript.aws;

import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.spi.RecordingTranscriber.Job;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.transcribe.model.ContentRedaction;
import software.amazon.awssdk.services.transcribe.model.JobExecutionSettings;
import software.amazon.awssdk.services.transcribe.model.LanguageIdSettings;
import software.amazon.awssdk.services.transcribe.model.MediaFormat;
import software.amazon.awssdk.services.transcribe.model.RedactionOutput;
import software.amazon.awssdk.services.transcribe.model.RedactionType;
import software.amazon.awssdk.services.transcribe.model.Settings;
import software.amazon.awssdk.services.transcribe.model.StartTranscriptionJobRequest;

/** Puts a job and the settings together to what Amazon Transcribe is asked. */
final class JobRequests {

  /** A conversation; more voices than this in one channel are music and announcements. */
  private static final int SPEAKERS = 2;

  private static final int MOST_LANGUAGES = 5;

  private final AmazonTranscribeSettings settings;

  JobRequests(AmazonTranscribeSettings settings) {
    this.settings = settings;
  }

  StartTranscriptionJobRequest start(Job job) {
    var request =
        StartTranscriptionJobRequest.builder()
            .transcriptionJobName(job.name())
            .media(media -> media.mediaFileUri(job.recording()))
            .mediaFormat(format(job.mediaType()))
            .outputBucketName(settings.outputBucket())
            .outputKey(settings.outputPrefix() + job.name() + ".json")
            .outputEncryptionKMSKeyId(settings.outputKmsKey())
            .jobExecutionSettings(execution())
            .contentRedaction(redaction())
            .settings(speech(job));
    var language = job.language();
    if (language.isPresent()) {
      request.languageCode(language.get().value());
    } else {
      request
          .identifyLanguage(true)
          .languageOptionsWithStrings(options())
          .languageIdSettingsWithStrings(languageSettings());
    }
    return request.build();
  }

  /** Everything that makes a difference to the words. */
  String variant(Optional<LanguageCode> language) {
    return language
            .map(
                code ->
                    "%s %s %s"
                        .formatted(
                            code,
                            settings.vocabulary(code).orElse("-"),
                            settings.vocabularyFilter(code).orElse("-")))
            .orElseGet(
                () ->
                    "auto %s %s %s"
                        .formatted(
                            settings.languageOptions(),
                            new TreeMap<>(settings.vocabularies()),
                            new TreeMap<>(settings.vocabularyFilters())))
        + " "
        + settings.vocabularyFilterMethod()
        + (settings.redact() ? " redacted " + settings.redactTypes() : "");
  }

  /** Channels are told apart where there are several; else voices are. */
  private Settings speech(Job job) {
    var speech = Settings.builder();
    if (job.channels() > 1) {
      speech.channelIdentification(true);
    } else {
      speech.showSpeakerLabels(true).maxSpeakerLabels(SPEAKERS);
    }
    job.language().flatMap(settings::vocabulary).ifPresent(speech::vocabularyName);
    job.language().flatMap(settings::vocabularyFilter).ifPresent(speech::vocabularyFilterName);
    var filtered =
        job.language().map(code -> settings.vocabularyFilter(code).isPresent()).orElse(false);
    if (filtered || (job.language().isEmpty() && !settings.vocabularyFilters().isEmpty())) {
      speech.vocabularyFilterMethod(settings.vocabularyFilterMethod());
    }
    return speech.build();
  }

  private @Nullable List<String> options() {
    var languages = settings.languagesToChooseFrom();
    return languages.isEmpty() ? null : languages.stream().map(LanguageCode::value).toList();
  }

  /** Vocabularies go by language where the language is not known; five at most are taken. */
  private @Nullable Map<String, LanguageIdSettings> languageSettings() {
    var byLanguage = new HashMap<String, LanguageIdSettings>();
    for (var language : settings.languagesToChooseFrom()) {
      var vocabulary = settings.vocabulary(language);
      var filter = settings.vocabularyFilter(language);
      if (byLanguage.size() < MOST_LANGUAGES && (vocabulary.isPresent() || filter.isPresent())) {
        byLanguage.put(
            language.value(),
            LanguageIdSettings.builder()
                .vocabularyName(vocabulary.orElse(null))
                .vocabularyFilterName(filter.orElse(null))
                .build());
      }
    }
    return byLanguage.isEmpty() ? null : byLanguage;
  }

  private @Nullable JobExecutionSettings execution() {
    return settings.role() == null
        ? null
        : JobExecutionSettings.builder()
            .dataAccessRoleArn(settings.role())
            // Jobs beyond the quota are queued there, not refused.
            .allowDeferredExecution(true)
            .build();
  }

  private @Nullable ContentRedaction redaction() {
    if (!settings.redact()) {
      return null;
    }
    var types =
        settings.redactTypes().stream().map(type -> type.strip().toUpperCase(Locale.ROOT)).toList();
    return ContentRedaction.builder()
        .redactionType(RedactionType.PII)
        .redactionOutput(RedactionOutput.REDACTED)
        .piiEntityTypesWithStrings(types.isEmpty() ? null : types)
        .build();
  }

  /** Null where Transcribe has to look into the file. */
  private static @Nullable MediaFormat format(String mediaType) {
    return switch (mediaType) {
      case "audio/wav" -> MediaFormat.WAV;
      case "audio/mpeg" -> MediaFormat.MP3;
      case "audio/mp4" -> MediaFormat.MP4;
      case "audio/flac" -> MediaFormat.FLAC;
      case "audio/ogg" -> MediaFormat.OGG;
      case "audio/webm" -> MediaFormat.WEBM;
      default -> null;
    };
  }
}
