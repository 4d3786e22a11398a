package com.aftercall.access;

import com.aftercall.doctor.Finding;
import com.aftercall.doctor.UserCheck;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Why a user hears nothing: what they may do, by which permission sets, and for which contacts. */
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
    var lookedAt = "The user with this name, their groups and permission sets.";
    return users
        .findByName(userName)
        .map(user -> look(user, lookedAt))
        .orElseGet(
            () ->
                Finding.failed(
                    lookedAt,
                    "There is no such user in Aftercall.",
                    "Make the account on the page Access, or let them sign in with your provider once."));
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
          lookedAt,
          found,
          "Give them %s on the page Access, or a group that has it.".formatted(LISTENING));
    }
    if (rights.reach(Permission.LISTEN) == Reach.OWN && user.agent() == null) {
      return Finding.failed(
          lookedAt,
          found + " No agent's user name is set for them, so they have no contacts of their own.",
          "Set their user name in Amazon Connect on the page Access.");
    }
    if (!rights.has(Permission.UNREDACTED)) {
      return Finding.warning(
          lookedAt,
          found + " They hear redacted recordings alone.",
          "If they shall hear the others too, give them the permission unredacted.");
    }
    return Finding.ok(lookedAt, found);
  }

  private String membership(User user) {
    var held = sets.held(user.id());
    var has = held.stream().anyMatch(each -> each.set().id().equals(LISTENING));
    var labels = held.stream().map(each -> each.set().label()).distinct().toList();
    return "The user %s %s%s."
        .formatted(
            has ? "has" : "does not have",
            LISTENING,
            labels.isEmpty()
                ? ", nor any other set"
                : "; permission sets: " + String.join(", ", labels));
  }

  private static String sentence(Rights rights) {
    var allowed =
        Arrays.stream(Permission.values())
            .filter(rights::has)
            .map(each -> "%s (%s)".formatted(each.label(), rights.reach(each).label()))
            .collect(Collectors.joining(", "));
    return allowed.isEmpty() ? "They may do nothing." : "They may: %s.".formatted(allowed);
  }
}
