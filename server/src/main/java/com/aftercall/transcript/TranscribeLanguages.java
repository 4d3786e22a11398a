package com.aftercall.transcript;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * The languages that Amazon Transcribe has codes for, from {@code transcribe-languages.csv} beside
 * this class: all of botocore 1.43.11's {@code LanguageCode}, and {@code am-ET} and {@code sq-AL}
 * of newer documents. To add one, add a line there.
 */
public final class TranscribeLanguages {

  private static final SequencedMap<LanguageCode, String> NAMES = load();
  private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]+");
  private static final int MOST_SUGGESTIONS = 3;

  /** What people write for a region or language that Transcribe calls otherwise. */
  private static final Map<String, String> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("uk", "gb"),
          Map.entry("cmn", "zh"),
          Map.entry("yue", "zh"),
          Map.entry("cn", "zh"),
          Map.entry("jp", "ja"),
          Map.entry("kr", "ko"),
          Map.entry("iw", "he"),
          Map.entry("in", "id"),
          Map.entry("nb", "no"),
          Map.entry("nn", "no"),
          Map.entry("fil", "tl"));

  private TranscribeLanguages() {}

  /** All codes, by language and region. */
  public static List<LanguageCode> all() {
    return List.copyOf(NAMES.keySet());
  }

  /** Whether Transcribe has the code. */
  public static boolean isKnown(LanguageCode code) {
    return NAMES.containsKey(code);
  }

  /**
   * The code that is meant, whatever its case and with hyphen, underscore or blanks between and
   * around its parts; empty if there is no such code.
   */
  public static Optional<LanguageCode> parse(String text) {
    var mended = SEPARATORS.matcher(text.strip()).replaceAll("-");
    try {
      return Optional.of(new LanguageCode(mended)).filter(TranscribeLanguages::isKnown);
    } catch (IllegalArgumentException otherForm) {
      return Optional.empty();
    }
  }

  /**
   * A sentence for those who wrote a code that {@link #parse} does not find, with up to three that
   * are near: of the same language, or with a similar name.
   */
  public static String explainUnknown(String text) {
    var shown = text.length() <= 40 ? text : text.substring(0, 40) + "…";
    var near = suggestions(text);
    return near.isEmpty()
        ? "%s is not a code of Amazon Transcribe; codes have a form such as en-US".formatted(shown)
        : "%s is not a code of Amazon Transcribe; did you mean %s?"
            .formatted(shown, String.join(" or ", near));
  }

  private static List<String> suggestions(String text) {
    var wanted = text.strip().toLowerCase(Locale.ROOT);
    var parts = List.of(SEPARATORS.split(wanted));
    var language = parts.getFirst();
    var region = parts.size() > 1 ? parts.getLast() : "";
    return NAMES.keySet().stream()
        .filter(code -> isNear(code, language, wanted))
        .sorted(Comparator.comparingInt(code -> matches(regionOf(code), region) ? 0 : 1))
        .limit(suggestsOne(language, region) ? 1 : MOST_SUGGESTIONS)
        .map(LanguageCode::value)
        .toList();
  }

  /** Whether language and region name one code, if read with the other words for them. */
  private static boolean suggestsOne(String language, String region) {
    return NAMES.keySet().stream()
        .anyMatch(code -> matches(code.language(), language) && matches(regionOf(code), region));
  }

  private static boolean isNear(LanguageCode code, String language, String wanted) {
    var name = NAMES.getOrDefault(code, "").toLowerCase(Locale.ROOT);
    return matches(code.language(), language)
        || (wanted.length() >= 4 && (name.contains(wanted) || wanted.contains(firstWord(name))));
  }

  private static boolean matches(String codePart, String written) {
    return codePart.equalsIgnoreCase(written)
        || codePart.equalsIgnoreCase(OTHER_WORDS.getOrDefault(written, ""));
  }

  private static String regionOf(LanguageCode code) {
    return code.value().substring(code.value().indexOf('-') + 1);
  }

  private static String firstWord(String name) {
    return name.split(" ", 2)[0];
  }

  private static SequencedMap<LanguageCode, String> load() {
    var resource = "transcribe-languages.csv";
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(TranscribeLanguages.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      var names = new LinkedHashMap<LanguageCode, String>();
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", 2))
          .forEach(fields -> names.put(new LanguageCode(fields[0]), fields[1]));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
