package com.aftercall.access.web;

import com.aftercall.access.Administrators;
import com.aftercall.access.Permission;
import com.aftercall.access.PermissionSet;
import com.aftercall.access.PermissionSets;
import com.aftercall.access.PermissionSets.Assignments;
import com.aftercall.access.Reach;
import java.util.EnumSet;
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

/** {@code /api/v1/permission-sets}. */
@RestController
@RequestMapping("/api/v1/permission-sets")
class PermissionSetController {

  private static final String LABEL = "A permission set with this label";

  private final PermissionSets sets;
  private final Administrators administrators;

  PermissionSetController(PermissionSets sets, Administrators administrators) {
    this.sets = sets;
    this.administrators = administrators;
  }

  record Content(
      @Nullable String label,
      @Nullable String description,
      @Nullable List<String> permissions,
      @Nullable String contacts) {

    PermissionSet checked() {
      return Requests.checked(
          () -> {
            var allowed = EnumSet.noneOf(Permission.class);
            Objects.requireNonNullElse(permissions, List.<String>of())
                .forEach(permission -> allowed.add(Permission.ofLabel(permission)));
            return new PermissionSet(
                "",
                Objects.requireNonNullElse(label, "").strip(),
                description == null || description.isBlank() ? null : description.strip(),
                allowed,
                Reach.ofLabel(Objects.requireNonNullElse(contacts, "")),
                false);
          });
    }
  }

  record Json(
      String id,
      String label,
      @Nullable String description,
      List<String> permissions,
      String contacts,
      boolean builtIn,
      List<String> users,
      List<String> groups) {}

  private Json json(PermissionSet set) {
    var assigned = sets.assignments(set.id());
    return new Json(
        set.id(),
        set.label(),
        set.description(),
        set.permissions().stream().sorted().map(Permission::label).toList(),
        set.contacts().label(),
        set.builtIn(),
        assigned.users(),
        assigned.groups());
  }

  @GetMapping
  Map<String, List<Json>> list() {
    return Map.of("items", sets.all().stream().map(this::json).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Json create(@RequestBody Content request) {
    var content = request.checked();
    return json(require(Requests.unique(LABEL, () -> sets.create(content))));
  }

  @PutMapping("/{setId}")
  Json replace(@PathVariable String setId, @RequestBody Content request) {
    var content = request.checked();
    requireOwn(setId);
    administrators.keepingOne(
        () ->
            Requests.unique(
                LABEL,
                () -> {
                  sets.replace(setId, content);
                  return setId;
                }));
    return json(require(setId));
  }

  @DeleteMapping("/{setId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String setId) {
    requireOwn(setId);
    administrators.keepingOne(
        () -> {
          sets.remove(setId);
          return setId;
        });
  }

  @PutMapping("/{setId}/assignments")
  Json assign(@PathVariable String setId, @RequestBody Holders request) {
    var set = require(setId);
    if (request.users() == null || request.groups() == null) {
      throw Requests.bad("users and groups are lists of ids; who is not named loses the set.");
    }
    var wanted = new Assignments(request.users(), request.groups());
    administrators.keepingOne(
        () -> {
          sets.assign(setId, wanted);
          return setId;
        });
    return json(set);
  }

  record Holders(@Nullable List<String> users, @Nullable List<String> groups) {}

  private void requireOwn(String id) {
    Requests.refuse(
        require(id).builtIn(),
        "This permission set comes with the server and stays as it is; make one of your own.");
  }

  private PermissionSet require(String id) {
    return sets.find(id).orElseThrow(() -> Requests.missing("There is no such permission set."));
  }
}
