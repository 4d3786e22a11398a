package com.aftercall.access;

import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Those active users who may administer, directly or by a group. */
@Component
public class Administrators {

  private final JdbcClient jdbc;
  private final PermissionSets sets;

  Administrators(JdbcClient jdbc, PermissionSets sets) {
    this.jdbc = jdbc;
    this.sets = sets;
  }

  /**
   * Makes a change, unless nobody would administer any more where somebody did. Where nobody ever
   * did, the operator's token still does, so everything is allowed.
   *
   * @throws ResponseStatusException with status 409; nothing is changed then
   */
  @Transactional
  public <T> T keepingOne(Supplier<T> change) {
    // Two administrators who remove each other at the same time take turns.
    jdbc.sql("lock table permission_grant in share row exclusive mode").update();
    var before = anybody();
    var result = change.get();
    if (before && !anybody()) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT,
          "Then no active user could administer any more. Make another user an administrator first.");
    }
    return result;
  }

  private boolean anybody() {
    var administering =
        sets.all().stream()
            .filter(set -> set.permissions().contains(Permission.ADMINISTER))
            .map(PermissionSet::id)
            .toArray(String[]::new);
    return jdbc.sql(
            """
            select exists (select from app_user u join permission_grant p
                on p.user_id = u.id
                    or p.group_id in (select group_id from group_member where user_id = u.id)
                where u.active and p.set_id = any(?))
            """)
        .param(administering)
        .query(Boolean.class)
        .single();
  }
}
