package com.aftercall.access.openid;

import com.aftercall.access.AccessSettings.OpenIdProvider;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a provider says of somebody.
 *
 * @param subject by which it knows him for ever
 * @param userName what he signs in with there
 * @param displayName or null
 * @param email or null
 * @param agent user name in Amazon Connect, or null if the provider does not tell
 * @param groups values of the groups claim
 */
record Identity(
    String subject,
    String userName,
    @Nullable String displayName,
    @Nullable String email,
    @Nullable String agent,
    List<String> groups) {

  /** Of the signed statement first, then of what the provider tells beside it. */
  static Identity of(OpenIdProvider provider, JWTClaimsSet claims, JsonNode more) {
    var email = text(claims, more, "email");
    var name = text(claims, more, provider.userNameClaim());
    var agentClaim = provider.agentClaim();
    return new Identity(
        claims.getSubject(),
        name != null ? name : email != null ? email : claims.getSubject(),
        text(claims, more, "name"),
        email,
        agentClaim == null ? null : text(claims, more, agentClaim),
        texts(claims, more, provider.groupsClaim()));
  }

  private static @Nullable String text(JWTClaimsSet claims, JsonNode more, String name) {
    if (claims.getClaim(name) instanceof String value && !value.isBlank()) {
      return value;
    }
    var other = more.path(name).asString("");
    return other.isBlank() ? null : other;
  }

  private static List<String> texts(JWTClaimsSet claims, JsonNode more, String name) {
    if (claims.getClaim(name) instanceof Collection<?> values) {
      return values.stream().map(String::valueOf).toList();
    }
    var others = more.path(name);
    if (others.isArray()) {
      return others.valueStream().map(value -> value.asString("")).toList();
    }
    var single = text(claims, more, name);
    return single == null ? List.of() : List.of(single);
  }

  @Override
  public String toString() {
    return "Identity";
  }
}
