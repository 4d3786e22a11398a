package com.aftercall.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which pages of other origins may call this server. */
@Component
public class CorsRules implements CorsConfigurationSource {

  private static final Logger log = LoggerFactory.getLogger(CorsRules.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A path would never be part of what browsers send. */
  private static final Pattern ORIGIN =
      Pattern.compile("\\*|https?://[A-Za-z0-9.*-]+(:(\\d{1,5}|\\*))?");

  private final List<CorsRule> rules = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  CorsRules(AccessSettings settings) {
    for (var rule : read(Objects.requireNonNullElse(settings.cors(), "").strip())) {
      var origins = rule.allowedOrigins().stream().map(this::mended).toList();
      rules.add(
          new CorsRule(
              rule.allowedHeaders(),
              rule.allowedMethods(),
              origins,
              rule.exposeHeaders(),
              rule.maxAgeSeconds()));
    }
    notes.forEach(log::warn);
  }

  /** As they hold, origins mended. */
  public List<CorsRule> rules() {
    return List.copyOf(rules);
  }

  /** What was mended, a sentence each. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** Null where no rule lets a page in; it is then answered as if it were none. */
  @Override
  public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null || rules.isEmpty()) {
      return null;
    }
    var method =
        Objects.requireNonNullElse(
            request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD), request.getMethod());
    return rules.stream()
        .filter(rule -> rule.fits(origin, method))
        .findFirst()
        .map(CorsRule::configuration)
        .orElse(null);
  }

  private static List<CorsRule> read(String setting) {
    if (setting.isEmpty()) {
      return List.of();
    }
    var isText = setting.startsWith("[");
    try {
      return JSON.readValue(
          isText ? setting : Files.readString(Path.of(setting)),
          new TypeReference<List<CorsRule>>() {});
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "aftercall.access.cors is no list of rules with AllowedOrigins, AllowedMethods,"
              + " AllowedHeaders and ExposeHeaders, as Amazon S3 has them",
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "aftercall.access.cors names a file that cannot be read: " + setting, e);
    }
  }

  /** Browsers send no slash at the end of an origin, so with one a rule would never fit. */
  private String mended(String origin) {
    var bare = origin.strip().replaceAll("/+$", "");
    if (!bare.equals(origin)) {
      notes.add(
          "The origin %s in aftercall.access.cors was taken as %s; browsers send it without a slash."
              .formatted(origin, bare));
    }
    if (!ORIGIN.matcher(bare).matches()) {
      throw new IllegalArgumentException(
          "'%s' in aftercall.access.cors is no origin; write it like https://example.com, without a path"
              .formatted(origin));
    }
    return bare;
  }
}
