package com.aftercall.access.web;

import com.aftercall.access.AccessKey;
import com.aftercall.access.AccessKeys;
import com.aftercall.access.Permission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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

/** {@code /api/v1/access-keys}. */
@RestController
@RequestMapping("/api/v1/access-keys")
class AccessKeyController {

  private static final String MISSING = "There is no such access key.";

  private final AccessKeys keys;

  AccessKeyController(AccessKeys keys) {
    this.keys = keys;
  }

  record Content(@Nullable String name, @Nullable List<String> permissions) {

    String checkedName() {
      var known = name == null ? "" : name.strip();
      if (known.isEmpty() || known.length() > 100) {
        throw Requests.bad("An access key needs a name of 1 to 100 characters.");
      }
      return known;
    }

    /** All that a key has use for unless said otherwise, as the original's policy gave it. */
    Set<Permission> checkedPermissions() {
      if (permissions == null) {
        return AccessKey.PERMISSIONS;
      }
      var set = EnumSet.noneOf(Permission.class);
      permissions.forEach(label -> set.add(Requests.checked(() -> Permission.ofLabel(label))));
      if (!AccessKey.PERMISSIONS.containsAll(set)) {
        throw Requests.bad(
            "An access key makes links to recordings; it has use for link, listen and unredacted alone.");
      }
      return set;
    }
  }

  record Json(
      String id,
      String name,
      List<String> permissions,
      Instant createdAt,
      @Nullable Instant lastUsedAt) {

    static Json of(AccessKey key) {
      return new Json(
          key.id(),
          key.name(),
          key.permissions().stream().sorted().map(Permission::label).toList(),
          key.createdAt(),
          key.lastUsedAt());
    }
  }

  @GetMapping
  Map<String, List<Json>> list() {
    return Map.of("items", keys.all().stream().map(Json::of).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, String> create(@RequestBody Content request) {
    var created = keys.create(request.checkedName(), request.checkedPermissions());
    return Map.of(
        "id", created.key().id(), "name", created.key().name(), "secret", created.secret());
  }

  @PutMapping("/{id}")
  Json replace(@PathVariable String id, @RequestBody Content request) {
    if (request.permissions() == null) {
      throw Requests.bad("permissions is a list; what is not in it the key loses.");
    }
    return keys.replace(id, request.checkedName(), request.checkedPermissions())
        .map(Json::of)
        .orElseThrow(() -> Requests.missing(MISSING));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String id) {
    if (!keys.revoke(id)) {
      throw Requests.missing(MISSING);
    }
  }
}
