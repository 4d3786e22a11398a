package com.aftercall.publication.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aftercall.publication.salesforce.SalesforceSettings.Login;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceSettingsTest {

  private static SalesforceSettings settings(@Nullable String host, String version, int reserve) {
    return new SalesforceSettings(
        host,
        true,
        "user@example.com",
        Login.JWT,
        version,
        Duration.ofSeconds(30),
        reserve,
        Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({
    "example.my.salesforce.com,   https://example.my.salesforce.com",
    "https://example.my.salesforce.com/, https://example.my.salesforce.com",
    "' example.my.salesforce.com//', https://example.my.salesforce.com",
    "http://127.0.0.1:8099,       http://127.0.0.1:8099",
    "'',                          https://login.salesforce.com"
  })
  void hostIsAnAddressByHttps(String host, String address) {
    assertThat(settings(host, "v62.0", 10).loginAddress()).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.my.salesforce.com", "ftp://127.0.0.2", "not a host"})
  void addressWhereTokensWouldBeReadIsRefused(String host) {
    assertThatThrownBy(() -> settings(host, "v62.0", 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v62.0", "V62.0", " 62.0 "})
  void versionIsTakenInTheOriginalsFormsToo(String version) {
    assertThat(settings(null, version, 10).version()).isEqualTo("v62.0");
  }

  @Test
  void versionAndReserveThatCannotBeAreRefused() {
    assertThatThrownBy(() -> settings(null, "latest", 10)).hasMessageContaining("version");
    assertThatThrownBy(() -> settings(null, "v62.0", 100)).hasMessageContaining("api-reserve");
    assertThatThrownBy(() -> settings(null, "v62.0", -1)).hasMessageContaining("api-reserve");
  }
}
