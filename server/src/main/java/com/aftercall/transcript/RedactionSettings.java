package com.aftercall.transcript;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether private words are masked in transcripts before they are stored.
 *
 * @param by who finds them
 * @param kinds which kinds are masked, such as {@code CREDIT_DEBIT_NUMBER}; empty: all
 * @param otherLanguages what becomes of transcripts in languages that the finder does not read
 */
@ConfigurationProperties("aftercall.redaction")
record RedactionSettings(
    @DefaultValue("none") Finder by,
    @DefaultValue List<String> kinds,
    @DefaultValue("refuse") Unread otherLanguages) {

  RedactionSettings {
    kinds = kinds.stream().map(kind -> kind.strip().toUpperCase(Locale.ROOT)).toList();
  }

  /** Who can find what is private. */
  enum Finder {
    /** Nobody; transcripts are stored as they were heard. */
    NONE,
    /** Amazon Comprehend; texts go to AWS, and it costs money. */
    AMAZON_COMPREHEND
  }

  /** What to do where nobody can tell what is private. */
  enum Unread {
    /** The transcript is not stored, and its step says why. */
    REFUSE,
    /** It is stored as it was heard, and its step says so. */
    KEEP
  }

  boolean masks(PrivateText found) {
    return kinds.isEmpty() || kinds.contains(found.kind());
  }
}
