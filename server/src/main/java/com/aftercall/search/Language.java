package com.aftercall.search;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By which rules the endings of words are cut off. The configurations are made by the migration,
 * for the languages that PostgreSQL has rules for.
 */
final class Language {

  /** For all other languages: words as they are, in lower case. */
  static final String WITHOUT_RULES = "simple";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          entry("ar", "arabic"),
          entry("hy", "armenian"),
          entry("eu", "basque"),
          entry("ca", "catalan"),
          entry("da", "danish"),
          entry("nl", "dutch"),
          entry("en", "english"),
          entry("et", "estonian"),
          entry("fi", "finnish"),
          entry("fr", "french"),
          entry("de", "german"),
          entry("el", "greek"),
          entry("hi", "hindi"),
          entry("hu", "hungarian"),
          entry("id", "indonesian"),
          entry("ga", "irish"),
          entry("it", "italian"),
          entry("lt", "lithuanian"),
          entry("ne", "nepali"),
          entry("no", "norwegian"),
          entry("nb", "norwegian"),
          entry("nn", "norwegian"),
          entry("pt", "portuguese"),
          entry("ro", "romanian"),
          entry("ru", "russian"),
          entry("sr", "serbian"),
          entry("es", "spanish"),
          entry("sv", "swedish"),
          entry("ta", "tamil"),
          entry("tr", "turkish"),
          entry("yi", "yiddish"));

  private Language() {}

  /** The configuration for a language code; an older PostgreSQL may not have it. */
  static String configuration(@Nullable String code) {
    var name = code == null ? null : NAMES.get(Locale.forLanguageTag(code).getLanguage());
    return name == null ? WITHOUT_RULES : "said_" + name;
  }

  /** What the configuration looks words up in. */
  static String dictionary(String configuration) {
    return configuration.equals(WITHOUT_RULES) ? WITHOUT_RULES : configuration + "_stem";
  }
}
