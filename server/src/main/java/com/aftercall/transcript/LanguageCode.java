package com.aftercall.transcript;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A language in the form that Amazon Transcribe uses, such as {@code en-US} or {@code ckb-IQ}. Case
 * is mended: {@code EN-us} is read as {@code en-US}.
 *
 * @param value language in lower case, a hyphen, region in upper case
 */
public record LanguageCode(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z]{2,3}-[A-Z]{2}");

  /** Throws {@link IllegalArgumentException} if the text has another form. */
  public LanguageCode {
    var parts = value.strip().replace('_', '-').split("-", -1);
    value =
        parts.length == 2
            ? parts[0].toLowerCase(Locale.ROOT) + "-" + parts[1].toUpperCase(Locale.ROOT)
            : value;
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no language code; expected a form such as en-US".formatted(value));
    }
  }

  /** The part before the hyphen, such as {@code en}. */
  public String language() {
    return value.substring(0, value.indexOf('-'));
  }

  @Override
  public String toString() {
    return value;
  }
}
