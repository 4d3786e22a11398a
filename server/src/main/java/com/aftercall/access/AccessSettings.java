package com.aftercall.access;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come from where.
 *
 * @param cors which pages of other origins may call this server: rules as Amazon S3 has them for
 *     buckets, as JSON or as a file with it; null: none
 * @param auditKeep how long the audit trail is kept
 * @param openid OpenID Connect providers by an id of one's own, which is part of the redirect URI
 */
@ConfigurationProperties("aftercall.access")
public record AccessSettings(
    @Nullable String cors,
    @DefaultValue("730d") Duration auditKeep,
    @DefaultValue Map<String, OpenIdProvider> openid) {

  /** Takes a copy. */
  public AccessSettings {
    openid = Map.copyOf(openid);
    for (var id : openid.keySet()) {
      if (!id.matches("[a-z0-9-]{1,40}")) {
        throw new IllegalArgumentException(
            "'%s' is no id of a provider; use small letters, digits and hyphens".formatted(id));
      }
    }
    if (auditKeep.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("the audit trail is kept for a day at least");
    }
  }

  /**
   * An OpenID Connect provider.
   *
   * @param name for the button on the login page
   * @param issuer its address, as its statements have it
   * @param clientId by which it knows this server
   * @param clientSecret or null for a public client
   * @param scopes what is asked for
   * @param userNameClaim claim with the user name
   * @param groupsClaim claim with a list of groups; users join the groups with such a claim
   * @param agentClaim claim with the agent's user name in Amazon Connect, or null
   * @param redirectOrigin scheme and host of this server as the provider knows it; null: as called
   * @param create whether an account is made for somebody who comes for the first time
   */
  public record OpenIdProvider(
      @Nullable String name,
      URI issuer,
      String clientId,
      @Nullable String clientSecret,
      @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
      @DefaultValue("preferred_username") String userNameClaim,
      @DefaultValue("groups") String groupsClaim,
      @Nullable String agentClaim,
      @Nullable URI redirectOrigin,
      @DefaultValue("true") boolean create) {

    /** Leaves the secret out. */
    @Override
    public String toString() {
      return "OpenIdProvider[%s]".formatted(issuer);
    }
  }
}
