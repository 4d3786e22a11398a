package com.aftercall.access.web;

import com.aftercall.access.Caller;
import com.aftercall.access.Sessions;
import com.aftercall.access.Token;
import com.aftercall.access.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/v1/session}: signing in and out from a browser. */
@RestController
class SessionController {

  private static final String COOKIE = "aftercall_session";

  private final Tokens tokens;
  private final Sessions sessions;

  SessionController(Tokens tokens, Sessions sessions) {
    this.tokens = tokens;
    this.sessions = sessions;
  }

  record Credentials(@Nullable String token, @Nullable String code) {

    @Override
    public String toString() {
      return "Credentials";
    }
  }

  @GetMapping("/api/v1/session")
  Map<String, String> who(Caller caller) {
    return Map.of("name", caller.token().name());
  }

  @PostMapping("/api/v1/session")
  Map<String, String> signIn(
      @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    var token =
        find(credentials)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.UNAUTHORIZED,
                        credentials.code() == null
                            ? "This token is not known. ./aftercall token create makes one."
                            : "This link was used already or is too old. ./aftercall token link makes another."));
    setCookie(request, response, sessions.begin(token), Sessions.LENGTH);
    return Map.of("name", token.name());
  }

  @DeleteMapping("/api/v1/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(
      HttpServletRequest request,
      HttpServletResponse response,
      @CookieValue(name = COOKIE, required = false) @Nullable String secret) {
    if (secret != null) {
      sessions.end(secret);
    }
    setCookie(request, response, "", Duration.ZERO);
  }

  private Optional<Token> find(Credentials credentials) {
    if (credentials.code() != null) {
      return sessions.redeem(credentials.code().strip());
    }
    return credentials.token() == null
        ? Optional.empty()
        : tokens.authenticate(credentials.token().strip());
  }

  private static void setCookie(
      HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    var cookie =
        ResponseCookie.from(COOKIE, value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict")
            .path("/")
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
