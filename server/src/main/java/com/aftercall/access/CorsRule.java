package com.aftercall.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;

/**
 * One rule in the shape that Amazon S3 has for buckets.
 *
 * @param allowedHeaders of requests; {@code *} for all
 * @param allowedMethods of requests
 * @param allowedOrigins of pages; {@code *} stands for any text, once in each
 * @param exposeHeaders of answers, that scripts may read
 * @param maxAgeSeconds how long browsers remember, or null for their own choice
 */
public record CorsRule(
    @JsonProperty("AllowedHeaders") List<String> allowedHeaders,
    @JsonProperty("AllowedMethods") List<String> allowedMethods,
    @JsonProperty("AllowedOrigins") List<String> allowedOrigins,
    @JsonProperty("ExposeHeaders") List<String> exposeHeaders,
    @JsonProperty("MaxAgeSeconds") @Nullable Integer maxAgeSeconds) {

  /** A player asks for parts, and has to learn which it got. */
  private static final List<String> ASKED_BY_PLAYERS = List.of("Range", "If-Range");

  private static final List<String> READ_BY_PLAYERS =
      List.of("Content-Range", "Accept-Ranges", "Content-Length", "ETag");

  /** What a rule leaves out is empty. */
  public CorsRule {
    allowedHeaders = allowedHeaders == null ? List.of() : List.copyOf(allowedHeaders);
    allowedMethods = allowedMethods == null ? List.of() : List.copyOf(allowedMethods);
    allowedOrigins = allowedOrigins == null ? List.of() : List.copyOf(allowedOrigins);
    exposeHeaders = exposeHeaders == null ? List.of() : List.copyOf(exposeHeaders);
  }

  boolean fits(String origin, String method) {
    return allowedMethods.contains(method) && configuration().checkOrigin(origin) != null;
  }

  CorsConfiguration configuration() {
    var configuration = new CorsConfiguration();
    configuration.setAllowedOriginPatterns(allowedOrigins);
    configuration.setAllowedMethods(allowedMethods);
    configuration.setAllowedHeaders(with(allowedHeaders, ASKED_BY_PLAYERS));
    configuration.setExposedHeaders(with(exposeHeaders, READ_BY_PLAYERS));
    if (maxAgeSeconds != null) {
      configuration.setMaxAge(maxAgeSeconds.longValue());
    }
    return configuration;
  }

  private static List<String> with(List<String> given, List<String> more) {
    var known =
        given.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return Stream.concat(
            given.stream(),
            more.stream().filter(name -> !known.contains(name.toLowerCase(Locale.ROOT))))
        .toList();
  }
}
