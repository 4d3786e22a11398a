package com.aftercall.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of users, who have its permission sets.
 *
 * @param id names it
 * @param content what administrators may change
 */
public record Group(String id, Content content) {

  /**
   * What administrators may change.
   *
   * @param name for people
   * @param description or null
   * @param claim value in the groups claim of OpenID Connect that makes a user a member, or null
   * @param users ids of members
   * @param permissionSets ids
   */
  public record Content(
      String name,
      @Nullable String description,
      @Nullable String claim,
      List<String> users,
      List<String> permissionSets) {

    /** Takes copies; blank becomes null. */
    public Content {
      name = name.strip();
      if (name.isEmpty() || name.length() > 100) {
        throw new IllegalArgumentException("a group needs a name of 1 to 100 characters");
      }
      description = Texts.orNull("description", description, 500);
      claim = Texts.orNull("claim", claim, 200);
      users = List.copyOf(users);
      permissionSets = List.copyOf(permissionSets);
    }
  }
}
