package com.aftercall.access;

import com.aftercall.doctor.Finding;
import com.aftercall.doctor.UserCheck;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Why somebody hears nothing: whether he may, by which permission sets, and which contacts. */
@Component
class UserRightsCheck implements UserCheck {

  private static final String LISTENING = "AC_CallRecording";

  private final Users users;
  private final PermissionSets sets;

  UserRightsCheck(Users users, PermissionSets sets) {
    this.users = users;
    this.sets = sets;
  }

  @Override
  public String id() {
    return "user-rights";
  }

  @Override
  public String title() {
    return "What this user may do";
  }

  @Override
  public Finding run(String userName) {
    var lookedAt = "The user with this name, his groups and his permission sets.";
    return users
        .findByName(userName)
        .map(user -> look(user, lookedAt))
        .orElseGet(
            () ->
                Finding.failed(
                    lookedAt,
                    "There is no such user in Aftercall.",
                    "Make the account on the page Access, or let him sign in with your provider once."));
  }

  private Finding look(User user, String lookedAt) {
    var rights = sets.rights(user.id());
    var found = "%s %s".formatted(membership(user), sentence(rights));
    if (!user.active()) {
      return Finding.failed(
          lookedAt, "The account is not active. " + found, "Make it active on the page Access.");
    }
    if (rights.reach(Permission.LISTEN) == Reach.NONE) {
      return Finding.failed(
          lookedAt, found, "Give him %s on the page Access, or a group.".formatted(LISTENING));
    }
    if (rights.reach(Permission.LISTEN) == Reach.OWN && user.agent() == null) {
      return Finding.failed(
          lookedAt,
          found + " No agent's user name is set for him, so he has no contacts of his own.",
          "Set his user name in Amazon Connect on the page Access.");
    }
    if (!rights.has(Permission.UNREDACTED)) {
      return Finding.warning(
          lookedAt,
          found + " He hears redacted recordings alone.",
          "If he shall hear the others too, give him the permission unredacted.");
    }
    return Finding.ok(lookedAt, found);
  }

  private String membership(User user) {
    var held = sets.held(user.id());
    var has = held.stream().anyMatch(each -> each.set().id().equals(LISTENING));
    var labels = held.stream().map(each -> each.set().label()).distinct().toList();
    return "He %s %s%s."
        .formatted(
            has ? "has" : "does not have",
            LISTENING,
            labels.isEmpty() ? ", nor any other set" : "; his sets: " + String.join(", ", labels));
  }

  private static String sentence(Rights rights) {
    var allowed =
        Arrays.stream(Permission.values())
            .filter(rights::has)
            .map(each -> "%s (%s)".formatted(each.label(), rights.reach(each).label()))
            .collect(Collectors.joining(", "));
    return allowed.isEmpty() ? "He may do nothing." : "He may: %s.".formatted(allowed);
  }
}
