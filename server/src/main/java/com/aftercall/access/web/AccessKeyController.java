package com.aftercall.access.web;

import com.aftercall.access.AccessKey;
import com.aftercall.access.AccessKeys;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/v1/access-keys}. */
@RestController
class AccessKeyController {

  private final AccessKeys keys;

  AccessKeyController(AccessKeys keys) {
    this.keys = keys;
  }

  record NewKey(@Nullable String name) {}

  @GetMapping("/api/v1/access-keys")
  Map<String, List<AccessKey>> list() {
    return Map.of("items", keys.all());
  }

  @PostMapping("/api/v1/access-keys")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, String> create(@RequestBody NewKey request) {
    var name = request.name() == null ? "" : request.name().strip();
    if (name.isEmpty() || name.length() > 100) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "An access key needs a name of 1 to 100 characters.");
    }
    var created = keys.create(name);
    return Map.of("id", created.key().id(), "name", name, "secret", created.secret());
  }

  @DeleteMapping("/api/v1/access-keys/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String id) {
    if (!keys.revoke(id)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such access key.");
    }
  }
}
