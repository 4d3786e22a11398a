package com.aftercall.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token as it may be shown: without its secret.
 *
 * @param id names it
 * @param name given by whoever made it
 * @param createdAt when it was made
 * @param lastUsedAt within a minute, or null if never
 * @param expiresAt when it ends, or null if never
 * @param permissions what it is good for, or null for everything
 * @param contacts which ones it sees
 * @param createdBy name of whoever made it, or null if that is not known
 */
public record Token(
    String id,
    String name,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant expiresAt,
    @Nullable Set<Permission> permissions,
    Reach contacts,
    @Nullable String createdBy) {

  /** Takes a copy. */
  public Token {
    permissions = permissions == null ? null : Set.copyOf(permissions);
  }

  Rights rights() {
    return permissions == null ? Rights.EVERYTHING : Rights.of(permissions, contacts);
  }
}
