package com.aftercall.access.web;

import com.aftercall.access.Administrators;
import com.aftercall.access.Group;
import com.aftercall.access.Groups;
import com.aftercall.access.PermissionSets;
import com.aftercall.access.User;
import com.aftercall.access.Users;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** {@code /api/v1/groups}. */
@RestController
@RequestMapping("/api/v1/groups")
class GroupController {

  private static final String NAME = "A group with this name";

  private final Groups groups;
  private final Users users;
  private final PermissionSets sets;
  private final Administrators administrators;

  GroupController(Groups groups, Users users, PermissionSets sets, Administrators administrators) {
    this.groups = groups;
    this.users = users;
    this.sets = sets;
    this.administrators = administrators;
  }

  record GroupContent(
      @Nullable String name,
      @Nullable String description,
      @Nullable String claim,
      @Nullable List<String> users,
      @Nullable List<String> permissionSets) {

    Group.Content checked() {
      return Requests.checked(
          () ->
              new Group.Content(
                  Objects.requireNonNullElse(name, ""),
                  description,
                  claim,
                  Objects.requireNonNullElse(users, List.of()),
                  Objects.requireNonNullElse(permissionSets, List.of())));
    }
  }

  record GroupJson(
      String id,
      String name,
      @Nullable String description,
      @Nullable String claim,
      List<String> users,
      List<String> permissionSets) {

    static GroupJson of(Group group) {
      var content = group.content();
      return new GroupJson(
          group.id(),
          content.name(),
          content.description(),
          content.claim(),
          content.users(),
          content.permissionSets());
    }
  }

  @GetMapping
  Map<String, List<GroupJson>> list() {
    return Map.of("items", groups.all().stream().map(GroupJson::of).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  GroupJson create(@RequestBody GroupContent request) {
    var content = checked(request);
    return require(Requests.unique(NAME, () -> groups.create(content)));
  }

  @PutMapping("/{groupId}")
  GroupJson replace(@PathVariable String groupId, @RequestBody GroupContent request) {
    var content = checked(request);
    require(groupId);
    administrators.keepingOne(() -> Requests.unique(NAME, () -> groups.replace(groupId, content)));
    return require(groupId);
  }

  @DeleteMapping("/{groupId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String groupId) {
    if (!administrators.keepingOne(() -> groups.remove(groupId))) {
      throw Requests.missing("There is no such group (any more).");
    }
  }

  private Group.Content checked(GroupContent request) {
    var content = request.checked();
    Requests.refuseUnknown("permission set", sets.unknown(content.permissionSets()));
    var known = users.all().stream().map(User::id).toList();
    Requests.refuseUnknown(
        "user", content.users().stream().filter(id -> !known.contains(id)).toList());
    return content;
  }

  private GroupJson require(String id) {
    return groups
        .find(id)
        .map(GroupJson::of)
        .orElseThrow(() -> Requests.missing("There is no such group (any more)."));
  }
}
