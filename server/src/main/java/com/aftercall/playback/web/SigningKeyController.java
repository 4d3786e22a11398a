package com.aftercall.playback.web;

import com.aftercall.playback.SigningKey;
import com.aftercall.playback.SigningKeys;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/v1/signing-keys}: the key group. */
@RestController
class SigningKeyController {

  private final SigningKeys keys;

  SigningKeyController(SigningKeys keys) {
    this.keys = keys;
  }

  @GetMapping("/api/v1/signing-keys")
  Map<String, List<SigningKey>> list() {
    return Map.of("items", keys.all());
  }

  @DeleteMapping("/api/v1/signing-keys/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retire(@PathVariable String id) {
    if (!keys.retire(id)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such key.");
    }
  }
}
