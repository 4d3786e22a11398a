package com.aftercall.access;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * Who sent a request: the token that it came with, directly or through a session; or an embed link,
 * which is good for reading one contact and belongs to nobody.
 */
public final class Caller extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1;

  /** Whoever follows an embed link, as views and comments know him; no token has this id. */
  private static final String ANYBODY = "embed";

  private final transient Token token;
  private final @Nullable String onlyContact;

  Caller(Token token) {
    this(token, null);
  }

  private Caller(Token token, @Nullable String onlyContact) {
    super(List.of());
    this.token = token;
    this.onlyContact = onlyContact;
    setAuthenticated(true);
  }

  static Caller ofEmbedLink(String contactId, Instant createdAt) {
    return new Caller(new Token(ANYBODY, "embedded page", createdAt, null), contactId);
  }

  /** The only contact that the caller may read, and nothing else; empty if there is no limit. */
  Optional<String> onlyContact() {
    return Optional.ofNullable(onlyContact);
  }

  /** The token. */
  public Token token() {
    return token;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return token.id();
  }

  @Override
  public String getName() {
    return token.id();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Caller caller
        && caller.token.id().equals(token.id())
        && Objects.equals(caller.onlyContact, onlyContact);
  }

  @Override
  public int hashCode() {
    return token.id().hashCode();
  }
}
