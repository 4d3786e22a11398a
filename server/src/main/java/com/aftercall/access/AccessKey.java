package com.aftercall.access;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key for callers that sign their requests as for AWS, as it may be shown: without its secret.
 *
 * @param id names it in each request, {@code AKIA} and 16 characters
 * @param name given by whoever made it
 * @param permissions what whoever signs with it may do; some of {@link #PERMISSIONS}
 * @param createdAt when it was made
 * @param lastUsedAt within a minute, or null if never
 */
public record AccessKey(
    String id,
    String name,
    Set<Permission> permissions,
    Instant createdAt,
    @Nullable Instant lastUsedAt) {

  /** All that such a key has use for: signed calls make links to recordings, and nothing else. */
  public static final Set<Permission> PERMISSIONS =
      Collections.unmodifiableSet(
          EnumSet.of(Permission.LISTEN, Permission.LINK, Permission.UNREDACTED));

  /** Takes a copy. */
  public AccessKey {
    permissions = Set.copyOf(permissions);
  }

  /** Whether whoever signs with it may do this. */
  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /** Whether links made with it may lead to a recording, and whether it may be heard by them. */
  public boolean mayShare(boolean redacted) {
    return may(Permission.LINK)
        && may(Permission.LISTEN)
        && (redacted || may(Permission.UNREDACTED));
  }
}
