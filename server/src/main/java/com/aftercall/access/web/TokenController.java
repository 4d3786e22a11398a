package com.aftercall.access.web;

import com.aftercall.access.Caller;
import com.aftercall.access.Sessions;
import com.aftercall.access.Token;
import com.aftercall.access.Tokens;
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

/** {@code /api/v1/tokens} and {@code /api/v1/sign-in-codes}. */
@RestController
class TokenController {

  private final Tokens tokens;
  private final Sessions sessions;

  TokenController(Tokens tokens, Sessions sessions) {
    this.tokens = tokens;
    this.sessions = sessions;
  }

  record NewToken(@Nullable String name) {}

  @GetMapping("/api/v1/tokens")
  Map<String, List<Token>> list() {
    return Map.of("items", tokens.all());
  }

  @PostMapping("/api/v1/tokens")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, String> create(@RequestBody NewToken request) {
    var name = request.name() == null ? "" : request.name().strip();
    if (name.isEmpty() || name.length() > 100) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "A token needs a name of 1 to 100 characters.");
    }
    var created = tokens.create(name);
    return Map.of("id", created.token().id(), "name", name, "token", created.secret());
  }

  @DeleteMapping("/api/v1/tokens/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String id) {
    if (!tokens.revoke(id)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such token.");
    }
  }

  @PostMapping("/api/v1/sign-in-codes")
  @ResponseStatus(HttpStatus.CREATED)
  Sessions.Code createCode(Caller caller) {
    return sessions.createCode(caller.token());
  }
}
