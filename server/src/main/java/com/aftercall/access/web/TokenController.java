package com.aftercall.access.web;

import com.aftercall.access.Caller;
import com.aftercall.access.Permission;
import com.aftercall.access.Reach;
import com.aftercall.access.Sessions;
import com.aftercall.access.Token;
import com.aftercall.access.Tokens;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/tokens} and {@code /api/v1/sign-in-codes}. */
@RestController
class TokenController {

  private final Tokens tokens;
  private final Sessions sessions;

  TokenController(Tokens tokens, Sessions sessions) {
    this.tokens = tokens;
    this.sessions = sessions;
  }

  record NewToken(
      @Nullable String name,
      @Nullable List<String> permissions,
      @Nullable String contacts,
      @Nullable Instant expiresAt) {

    Tokens.Wanted checked(Caller caller) {
      var known = name == null ? "" : name.strip();
      if (known.isEmpty() || known.length() > 100) {
        throw Requests.bad("A token needs a name of 1 to 100 characters.");
      }
      var reach = Requests.checked(() -> Reach.ofLabel(contacts == null ? "all" : contacts));
      if (reach == Reach.OWN) {
        throw Requests.bad("A token has no contacts of its own; contacts is all or none.");
      }
      return new Tokens.Wanted(known, allowed(), reach, expiresAt, caller.displayName());
    }

    private @Nullable Set<Permission> allowed() {
      if (permissions == null) {
        return null;
      }
      var set = EnumSet.noneOf(Permission.class);
      permissions.forEach(label -> set.add(Requests.checked(() -> Permission.ofLabel(label))));
      return set;
    }
  }

  record TokenJson(
      String id,
      String name,
      Instant createdAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant expiresAt,
      @Nullable List<String> permissions,
      String contacts,
      @Nullable String createdBy) {

    static TokenJson of(Token token) {
      var permissions = token.permissions();
      return new TokenJson(
          token.id(),
          token.name(),
          token.createdAt(),
          token.lastUsedAt(),
          token.expiresAt(),
          permissions == null
              ? null
              : permissions.stream().sorted().map(Permission::label).toList(),
          token.contacts().label(),
          token.createdBy());
    }
  }

  @GetMapping("/api/v1/tokens")
  Map<String, List<TokenJson>> list() {
    return Map.of("items", tokens.all().stream().map(TokenJson::of).toList());
  }

  @PostMapping("/api/v1/tokens")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, String> create(Caller caller, @RequestBody NewToken request) {
    var created = tokens.create(request.checked(caller));
    return Map.of(
        "id", created.token().id(), "name", created.token().name(), "token", created.secret());
  }

  @DeleteMapping("/api/v1/tokens/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String id) {
    if (!tokens.revoke(id)) {
      throw Requests.missing("There is no such token.");
    }
  }

  @PostMapping("/api/v1/sign-in-codes")
  @ResponseStatus(HttpStatus.CREATED)
  Sessions.Code createCode(Caller caller) {
    return sessions.createCode(new Sessions.Owner(caller.kind(), caller.getName()));
  }
}
