package com.aftercall.access.web;

import com.aftercall.access.Caller;
import com.aftercall.access.Callers;
import com.aftercall.access.ContactRights;
import com.aftercall.access.Permission;
import com.aftercall.access.Sessions;
import com.aftercall.access.Sessions.SignIn;
import com.aftercall.access.SignIns;
import com.aftercall.access.SignIns.Outcome;
import com.aftercall.access.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/v1/session} and {@code /api/v1/sessions}: signing in and out from a browser. */
@RestController
class SessionController {

  private final SignIns signIns;
  private final Sessions sessions;
  private final Callers callers;
  private final Users users;

  SessionController(SignIns signIns, Sessions sessions, Callers callers, Users users) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.callers = callers;
    this.users = users;
  }

  record Credentials(
      @Nullable String token,
      @Nullable String code,
      @Nullable String user,
      @Nullable String password) {

    @Override
    public String toString() {
      return "Credentials";
    }
  }

  record SessionJson(
      String name,
      String kind,
      @Nullable String id,
      @Nullable String userName,
      boolean hasPassword,
      @Nullable String agent,
      String contacts,
      List<RightJson> rights) {}

  @GetMapping("/api/v1/session")
  SessionJson who(Caller caller) {
    var user = users.find(caller.getName());
    return new SessionJson(
        caller.displayName(),
        caller.kind().label(),
        caller.kind() == Caller.Kind.EMBED ? null : caller.getName(),
        user.map(known -> known.content().userName()).orElse(null),
        user.isPresent() && user.get().hasPassword(),
        caller.agent().orElse(null),
        caller.rights().contacts().label(),
        RightJson.of(caller.rights()));
  }

  @PostMapping("/api/v1/session")
  SessionJson signIn(
      @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (attempt(credentials, SessionCookie.origin(request, null))) {
      case Outcome.Begun begun -> {
        SessionCookie.set(request, response, begun.secret());
        yield who(callers.bySession(begun.secret()).orElseThrow());
      }
      case Outcome.Refused refused ->
          throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, reason(credentials));
      case Outcome.TooOften tooOften -> throw tooOften(response, tooOften);
    };
  }

  private Outcome attempt(Credentials credentials, Sessions.Origin origin) {
    if (credentials.code() != null) {
      return signIns.byCode(credentials.code().strip(), origin);
    }
    if (credentials.user() != null && credentials.password() != null) {
      return signIns.byPassword(credentials.user(), credentials.password(), origin);
    }
    return signIns.byToken(credentials.token() == null ? "" : credentials.token().strip(), origin);
  }

  private static String reason(Credentials credentials) {
    if (credentials.code() != null) {
      return "This link was used already or is too old. ./aftercall token link makes another.";
    }
    return credentials.user() != null
        ? "This name and password do not belong together, or the account is not active."
        : "This token is not known. ./aftercall token create makes one.";
  }

  static ResponseStatusException tooOften(HttpServletResponse response, Outcome.TooOften tooOften) {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooOften.pause().toSeconds()));
    return new ResponseStatusException(
        HttpStatus.TOO_MANY_REQUESTS,
        "There were too many wrong passwords. Try again in %d s."
            .formatted(tooOften.pause().toSeconds()));
  }

  @DeleteMapping("/api/v1/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response,
      @CookieValue(name = SessionCookie.NAME, required = false) @Nullable String secret) {
    if (secret != null) {
      signIns.end(caller, secret, SessionCookie.origin(request, null));
    }
    SessionCookie.remove(request, response);
  }

  record SignInJson(
      String id,
      String kind,
      String subjectId,
      String name,
      boolean current,
      Instant createdAt,
      Instant lastUsedAt,
      Instant expiresAt,
      @Nullable String address,
      @Nullable String browser,
      @Nullable String provider) {

    static SignInJson of(SignIn signIn, Caller caller) {
      return new SignInJson(
          signIn.id(),
          signIn.owner().kind().label(),
          signIn.owner().id(),
          signIn.name(),
          caller.signIn().equals("session." + signIn.id()),
          signIn.createdAt(),
          signIn.lastUsedAt(),
          signIn.expiresAt(),
          signIn.origin().address(),
          signIn.origin().browser(),
          signIn.origin().provider());
    }
  }

  @GetMapping("/api/v1/sessions")
  Map<String, List<SignInJson>> list(
      Caller caller, @RequestParam(defaultValue = "caller") String of) {
    var found =
        switch (of) {
          case "caller" -> sessions.of(caller.getName());
          case "everybody" -> {
            ContactRights.require(caller, Permission.ADMINISTER);
            yield sessions.all();
          }
          default ->
              throw new ResponseStatusException(
                  HttpStatus.BAD_REQUEST, "of is caller or everybody.");
        };
    return Map.of("items", found.stream().map(each -> SignInJson.of(each, caller)).toList());
  }

  @DeleteMapping("/api/v1/sessions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(Caller caller, @PathVariable String id) {
    if (!sessions.endById(id, caller.may(Permission.ADMINISTER) ? null : caller.getName())) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "There is no such sign-in of yours (any more).");
    }
  }
}
