package com.aftercall.analysis;

import com.aftercall.transcript.PythonJson;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The results as the original wrote them into its record's fields and attachment, to the character.
 * What was not found is the empty text there.
 */
public final class OriginalFormats {

  /** Salesforce's long text fields hold 131,072; the original stops before this. */
  private static final int MAX_FIELD_LENGTH = 131_000;

  private static final String SEPARATOR = ", ";

  private OriginalFormats() {}

  /** {@code NEGATIVE, 0.95}: the label and its score. */
  public static String sentiment(SentimentAnalysis analysis) {
    var overall = analysis.overall();
    return overall == null ? "" : sentiment(overall.label(), overall.scores().of(overall.label()));
  }

  static String sentiment(Sentiment label, double score) {
    return label + SEPARATOR + PythonJson.number(score);
  }

  /** The phrases as they were said, repetitions included, up to 131,000 characters. */
  public static String keyPhrases(KeyPhrases analysis) {
    return joined(analysis.occurrences().stream().map(KeyPhrase::text).toList());
  }

  /** The code of the most likely language. */
  public static String dominantLanguage(Languages analysis) {
    return analysis.dominant().map(DominantLanguage::languageTag).orElse("");
  }

  /** {@code Text:TYPE}, repetitions included, up to 131,000 characters. */
  public static String customEntities(CustomEntities analysis) {
    return joined(
        analysis.entities().stream().map(entity -> entity.text() + ":" + entity.type()).toList());
  }

  /** A JSON array of {@code {"text": "TAG:word", "size": n}}, as Python writes it. */
  public static String syntax(Syntax analysis) {
    return analysis.counts().entrySet().stream()
        .map(
            count ->
                "{\"text\": %s, \"size\": %d}"
                    .formatted(PythonJson.string(count.getKey()), count.getValue()))
        .collect(Collectors.joining(SEPARATOR, "[", "]"));
  }

  /**
   * Stops before the first text that would go beyond the limit. The original counts code points,
   * and leaves the separator before the new text out of its count.
   */
  static String joined(List<String> texts) {
    var result = new StringBuilder();
    int length = 0;
    for (var text : texts) {
      int added = text.codePointCount(0, text.length());
      if (length + added > MAX_FIELD_LENGTH) {
        break;
      }
      length += added + (result.isEmpty() ? 0 : SEPARATOR.length());
      result.append(result.isEmpty() ? "" : SEPARATOR).append(text);
    }
    return result.toString();
  }
}
