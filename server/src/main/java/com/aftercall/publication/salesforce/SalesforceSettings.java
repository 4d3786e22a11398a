package com.aftercall.publication.salesforce;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which org, and how the server gets in.
 *
 * @param host My Domain of the org, such as {@code example.my.salesforce.com}; blank: {@code
 *     login.salesforce.com}, or {@code test.salesforce.com} for a sandbox
 * @param production false for a sandbox
 * @param username the user as whom we write; needless with client credentials
 * @param login how
 * @param version of the REST API, such as {@code v62.0}
 * @param timeout of one call; files get more by their size
 * @param apiReserve percent of the org's daily API calls that are left to others
 * @param limitWait how long nothing is written once the limit is reached
 */
@ConfigurationProperties("aftercall.salesforce")
public record SalesforceSettings(
    @Nullable String host,
    @DefaultValue("true") boolean production,
    @Nullable String username,
    @DefaultValue("jwt") Login login,
    @DefaultValue("v62.0") String version,
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("10") int apiReserve,
    @DefaultValue("1h") Duration limitWait) {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** The ways in; the one with a password is used only where it is asked for. */
  public enum Login {
    /** OAuth 2.0 JWT bearer, with {@code ConsumerKey} and {@code JwtPrivateKey}. */
    JWT,
    /** OAuth 2.0 client credentials, with {@code ConsumerKey} and {@code ConsumerSecret}. */
    CLIENT_CREDENTIALS,
    /** The original's way, with the user's password; Salesforce is about to end it. */
    PASSWORD
  }

  /** Refuses what cannot be a version, an address or a share. */
  public SalesforceSettings {
    version = version.strip().toLowerCase(Locale.ROOT);
    if (version.matches("[0-9]+\\.0")) {
      version = "v" + version;
    }
    if (!version.matches("v[0-9]+\\.0")) {
      throw new IllegalArgumentException("aftercall.salesforce.version has to be like v62.0");
    }
    if (apiReserve < 0 || apiReserve > 99) {
      throw new IllegalArgumentException(
          "aftercall.salesforce.api-reserve is a percentage, 0 to 99");
    }
    if (host != null && !host.isBlank()) {
      checkAddress(address(host));
    }
  }

  /** Where to log in. */
  URI loginAddress() {
    return host == null || host.isBlank() ? URI.create(audience()) : address(host);
  }

  /** For whom an assertion is meant. */
  String audience() {
    return production ? "https://login.salesforce.com" : "https://test.salesforce.com";
  }

  /** Whether anybody has said which org. */
  public boolean isSet() {
    return (host != null && !host.isBlank()) || (username != null && !username.isBlank());
  }

  /**
   * Refuses an address where tokens would travel in the clear.
   *
   * @throws IllegalArgumentException naming the key
   */
  static URI checkAddress(URI address) {
    var local = address.getHost() != null && LOOPBACK.contains(address.getHost());
    if (address.getHost() == null || !(local || "https".equals(address.getScheme()))) {
      throw new IllegalArgumentException(
          "aftercall.salesforce.host has to be a host name like example.my.salesforce.com");
    }
    return address;
  }

  private static URI address(String host) {
    var stripped = host.strip().replaceFirst("/+$", "");
    return URI.create(stripped.contains("://") ? stripped : "https://" + stripped);
  }
}
