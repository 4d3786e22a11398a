package com.aftercall.access.web;

import com.aftercall.access.Administrators;
import com.aftercall.access.Caller;
import com.aftercall.access.Groups;
import com.aftercall.access.Passwords;
import com.aftercall.access.PermissionSets;
import com.aftercall.access.Sessions;
import com.aftercall.access.User;
import com.aftercall.access.Users;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/users}. */
@RestController
@RequestMapping("/api/v1/users")
class UserController {

  private final Users users;
  private final Groups groups;
  private final PermissionSets sets;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Administrators administrators;

  UserController(
      Users users,
      Groups groups,
      PermissionSets sets,
      Passwords passwords,
      Sessions sessions,
      Administrators administrators) {
    this.users = users;
    this.groups = groups;
    this.sets = sets;
    this.passwords = passwords;
    this.sessions = sessions;
    this.administrators = administrators;
  }

  record UserContent(
      @Nullable String userName,
      @Nullable String displayName,
      @Nullable String email,
      @Nullable String agent,
      @Nullable Boolean active,
      @Nullable List<String> permissionSets,
      @Nullable List<String> groups) {

    User.Content checked() {
      return Requests.checked(
          () ->
              new User.Content(
                  Objects.requireNonNullElse(userName, ""),
                  displayName,
                  email,
                  agent,
                  !Boolean.FALSE.equals(active),
                  Objects.requireNonNullElse(permissionSets, List.of()),
                  Objects.requireNonNullElse(groups, List.of())));
    }
  }

  record UserRight(String permission, String contacts, Set<String> through) {}

  record UserJson(
      String id,
      String userName,
      @Nullable String displayName,
      @Nullable String email,
      @Nullable String agent,
      boolean active,
      List<String> permissionSets,
      List<String> groups,
      boolean hasPassword,
      @Nullable String provider,
      Instant createdAt,
      @Nullable Instant lastSignInAt,
      String contacts,
      List<UserRight> rights) {}

  private UserJson json(User user) {
    var content = user.content();
    var rights = sets.rights(user.id());
    var sources = sets.sources(user.id());
    return new UserJson(
        user.id(),
        content.userName(),
        content.displayName(),
        content.email(),
        content.agent(),
        content.active(),
        content.permissionSets(),
        content.groups(),
        user.hasPassword(),
        user.provider(),
        user.createdAt(),
        user.lastSignInAt(),
        rights.contacts().label(),
        Arrays.stream(com.aftercall.access.Permission.values())
            .filter(rights::has)
            .map(
                permission ->
                    new UserRight(
                        permission.label(),
                        rights.reach(permission).label(),
                        sources.getOrDefault(permission, Set.of())))
            .toList());
  }

  @GetMapping
  Map<String, List<UserJson>> list() {
    return Map.of("items", users.all().stream().map(this::json).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  UserJson create(@RequestBody UserContent request) {
    var content = checked(request);
    return require(Requests.unique("A user with this name", () -> users.create(content)));
  }

  @GetMapping("/{userId}")
  UserJson find(@PathVariable String userId) {
    return require(userId);
  }

  @PutMapping("/{userId}")
  UserJson replace(Caller caller, @PathVariable String userId, @RequestBody UserContent request) {
    var content = checked(request);
    if (caller.getName().equals(userId)) {
      Requests.refuse(!content.active(), "Nobody can lock himself out; ask another administrator.");
    }
    require(userId);
    administrators.keepingOne(
        () -> Requests.unique("A user with this name", () -> users.replace(userId, content)));
    return require(userId);
  }

  @DeleteMapping("/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Caller caller, @PathVariable String userId) {
    Requests.refuse(
        caller.getName().equals(userId), "Nobody can remove himself; ask another administrator.");
    if (!administrators.keepingOne(() -> users.remove(userId))) {
      throw missing();
    }
  }

  @PutMapping("/{userId}/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setPassword(@PathVariable String userId, @RequestBody JsonNode request) {
    var password = request.path("password");
    if (!password.isString() && !password.isNull()) {
      throw Requests.bad("password is the new one, or null to take it away.");
    }
    var text = password.isNull() ? null : password.stringValue();
    if (!Requests.checked(() -> passwords.set(userId, text, null))) {
      throw missing();
    }
  }

  @PostMapping("/{userId}/sign-in-code")
  @ResponseStatus(HttpStatus.CREATED)
  Sessions.Code createCode(@PathVariable String userId) {
    var user = users.find(userId).orElseThrow(UserController::missing);
    Requests.refuse(!user.active(), "This user is not active; make him active first.");
    return sessions.createCode(new Sessions.Owner(Caller.Kind.USER, userId));
  }

  private User.Content checked(UserContent request) {
    var content = request.checked();
    Requests.refuseUnknown("permission set", sets.unknown(content.permissionSets()));
    var known = groups.all().stream().map(com.aftercall.access.Group::id).toList();
    Requests.refuseUnknown(
        "group", content.groups().stream().filter(id -> !known.contains(id)).toList());
    return content;
  }

  private UserJson require(String id) {
    return users.find(id).map(this::json).orElseThrow(UserController::missing);
  }

  private static org.springframework.web.server.ResponseStatusException missing() {
    return Requests.missing("There is no such user (any more).");
  }
}
