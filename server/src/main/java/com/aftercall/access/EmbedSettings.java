package com.aftercall.access;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Showing one contact inside pages of others.
 *
 * @param frameAncestors origins whose pages may do so, such as {@code https://example.com} or
 *     {@code https://*.force.com}; none: nobody may
 * @param lifetime how long an embed link works
 */
@ConfigurationProperties("aftercall.embed")
record EmbedSettings(
    @DefaultValue List<String> frameAncestors, @DefaultValue("12h") Duration lifetime) {

  /** A host with neither path nor quote, so that nothing can be added to the policy with it. */
  private static final Pattern ORIGIN =
      Pattern.compile(
          "https?://(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:(\\d{1,5}|\\*))?");

  EmbedSettings {
    frameAncestors = List.copyOf(frameAncestors);
    for (var origin : frameAncestors) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "'%s' is no origin; write it like https://example.com or https://*.example.com, without a path"
                .formatted(origin));
      }
    }
    if (lifetime.isNegative() || lifetime.isZero()) {
      throw new IllegalArgumentException("an embed link has to live longer than " + lifetime);
    }
  }

  /** For {@code frame-ancestors} of a content security policy. */
  String policy() {
    return frameAncestors.isEmpty() ? "'none'" : String.join(" ", frameAncestors);
  }
}
