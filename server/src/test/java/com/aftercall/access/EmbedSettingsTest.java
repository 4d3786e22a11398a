package com.aftercall.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedSettingsTest {

  private static final Duration HOURS = Duration.ofHours(12);

  @Test
  void withoutOriginsNobodyMayShowAContact() {
    assertThat(new EmbedSettings(List.of(), HOURS).policy()).isEqualTo("'none'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://*.lightning.force.com",
        "http://localhost:8080",
        "http://127.0.0.1:*"
      })
  void originsAreTakenAsTheyAre(String origin) {
    assertThat(new EmbedSettings(List.of("https://a.example", origin), HOURS).policy())
        .isEqualTo("https://a.example " + origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "https://",
        "https://example.com/",
        "https://example.com/page",
        "https://example.com; script-src *",
        "https://a.example https://b.example",
        "'self'",
        "*",
        "https://*",
        "javascript://example.com"
      })
  void whatIsNoOriginEndsTheStartWithASentence(String origin) {
    assertThatThrownBy(() -> new EmbedSettings(List.of(origin), HOURS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + origin + "' is no origin")
        .hasMessageContaining("https://example.com");
  }

  @Test
  void linkThatNeverWorksIsRefused() {
    assertThatThrownBy(() -> new EmbedSettings(List.of(), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
