package com.aftercall.contact;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What to assume when a contact does not say.
 *
 * @param defaultLanguage spoken where a contact has no {@code postcallTranscribeLanguage}; without
 *     a default such a contact is not transcribed and says so
 */
@ConfigurationProperties("aftercall.plan")
public record PlanSettings(@Nullable String defaultLanguage) {

  /** An empty value in a configuration file means no default. */
  public PlanSettings {
    defaultLanguage = defaultLanguage == null || defaultLanguage.isBlank() ? null : defaultLanguage;
  }
}
