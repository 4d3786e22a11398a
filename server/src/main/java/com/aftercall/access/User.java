package com.aftercall.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param id names him; never used again
 * @param content what administrators may change
 * @param hasPassword whether he can sign in with one
 * @param provider OpenID Connect provider that he came from first, or null
 * @param createdAt when the account was made
 * @param lastSignInAt or null if never
 */
public record User(
    String id,
    Content content,
    boolean hasPassword,
    @Nullable String provider,
    Instant createdAt,
    @Nullable Instant lastSignInAt) {

  /**
   * What administrators may change.
   *
   * @param userName to sign in with, whatever its case
   * @param displayName for people, or null for the user name
   * @param email or null
   * @param agent user name in Amazon Connect, as contact records have it, or null
   * @param active whether he may sign in
   * @param permissionSets ids of those that he has directly
   * @param groups ids
   */
  public record Content(
      String userName,
      @Nullable String displayName,
      @Nullable String email,
      @Nullable String agent,
      boolean active,
      List<String> permissionSets,
      List<String> groups) {

    /** Takes copies; blank becomes null. */
    public Content {
      userName = userName.strip();
      if (userName.isEmpty() || userName.length() > 100) {
        throw new IllegalArgumentException("a user needs a userName of 1 to 100 characters");
      }
      displayName = Texts.orNull("displayName", displayName, 200);
      email = Texts.orNull("email", email, 200);
      agent = Texts.orNull("agent", agent, 200);
      permissionSets = List.copyOf(permissionSets);
      groups = List.copyOf(groups);
    }
  }

  /** The name to show. */
  public String name() {
    var display = content.displayName();
    return display == null ? content.userName() : display;
  }

  /** Whether he may sign in. */
  public boolean active() {
    return content.active();
  }

  /** The agent whose contacts are his own. */
  public @Nullable String agent() {
    return content.agent();
  }
}
