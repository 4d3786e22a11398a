package com.aftercall.playback;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How links to recordings look that we make for Salesforce.
 *
 * @param distribution domain name of the CloudFront distribution that serves the recordings; blank:
 *     this server does
 * @param publicUrl this server as its callers reach it, without a path; blank: as the request says
 * @param rewrite how the path of a link is made of a recording's path
 * @param hash of the signature
 * @param linkLifetime from when a link is made
 * @param keyRotation how long one key of our own signs links
 * @param function name of the function as which we answer signed calls
 */
@ConfigurationProperties("aftercall.playback")
record PlaybackSettings(
    @Nullable String distribution,
    @Nullable String publicUrl,
    @DefaultValue("keep-prefix") PathRewrite rewrite,
    @DefaultValue("sha1") SignatureHash hash,
    @DefaultValue("60m") Duration linkLifetime,
    @DefaultValue("30d") Duration keyRotation,
    @DefaultValue("sfGenerateAudioRecordingStreamingURL") String function) {

  PlaybackSettings {
    if (publicUrl != null && !publicUrl.isBlank() && !publicUrl.matches("https?://[^/?#]+/?")) {
      throw new IllegalArgumentException(
          "aftercall.playback.public-url has to be like https://calls.example.com");
    }
    if (distribution != null
        && !distribution.isBlank()
        && !distribution.matches("[A-Za-z0-9.-]+")) {
      throw new IllegalArgumentException(
          "aftercall.playback.distribution has to be a domain name like d111111abcdef8.cloudfront.net");
    }
    if (linkLifetime.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("aftercall.playback.link-lifetime is a second or more");
    }
  }

  boolean isServedByDistribution() {
    return distribution != null && !distribution.isBlank();
  }

  /** Scheme and host of links. */
  String origin(String asRequested) {
    if (isServedByDistribution()) {
      return "https://" + distribution;
    }
    return publicUrl == null || publicUrl.isBlank()
        ? asRequested
        : publicUrl.replaceFirst("/$", "");
  }
}
