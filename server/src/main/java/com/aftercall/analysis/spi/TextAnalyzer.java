package com.aftercall.analysis.spi;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns a text into findings. Any number of threads may use one analyzer at the same time.
 *
 * <p>Texts are plain and may be empty or hold nothing but punctuation; then there is nothing to
 * find, which is no failure. A language is given by its BCP 47 tag, of which only the language
 * itself counts: {@code en}, {@code en-US} and {@code EN} are the same.
 */
public interface TextAnalyzer {

  /** What it does, as people read it at the beginning of a sentence, such as {@code Syntax}. */
  String name();

  /** The languages it knows, such as {@code en}; empty if the language does not matter to it. */
  Set<String> languages();

  /** Whether it can work on texts of this language. */
  default boolean supports(String languageTag) {
    return languages().isEmpty() || languages().contains(language(languageTag));
  }

  /**
   * Throws {@link PermanentException} with {@link FailureCode#LANGUAGE_NOT_SUPPORTED} if texts of
   * this language are beyond it; the message names the languages it knows.
   */
  default void requireSupport(String languageTag) {
    if (!supports(languageTag)) {
      throw new PermanentException(
          FailureCode.LANGUAGE_NOT_SUPPORTED,
          "%s is not available for %s; available: %s"
              .formatted(
                  name(),
                  language(languageTag),
                  languages().stream().sorted().collect(Collectors.joining(", "))));
    }
  }

  /** The language alone, in lower case: {@code en} for {@code en-US}. */
  static String language(String languageTag) {
    var tag = languageTag.strip().replace('_', '-').toLowerCase(Locale.ROOT);
    int hyphen = tag.indexOf('-');
    return hyphen < 0 ? tag : tag.substring(0, hyphen);
  }
}
