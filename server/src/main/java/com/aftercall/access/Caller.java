package com.aftercall.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Who sent a request: the token that it came with, directly or through a session. */
public final class Caller extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1;

  private final transient Token token;

  Caller(Token token) {
    super(List.of());
    this.token = token;
    setAuthenticated(true);
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
    return other instanceof Caller caller && caller.token.id().equals(token.id());
  }

  @Override
  public int hashCode() {
    return token.id().hashCode();
  }
}
