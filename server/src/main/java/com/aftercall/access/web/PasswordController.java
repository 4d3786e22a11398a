package com.aftercall.access.web;

import com.aftercall.access.Caller;
import com.aftercall.access.Passwords;
import com.aftercall.access.SignIns;
import com.aftercall.access.SignIns.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code PUT /api/v1/password}: one's own. */
@RestController
class PasswordController {

  private final SignIns signIns;
  private final Passwords passwords;

  PasswordController(SignIns signIns, Passwords passwords) {
    this.signIns = signIns;
    this.passwords = passwords;
  }

  record Change(@Nullable String current, @Nullable String password) {

    @Override
    public String toString() {
      return "Change";
    }
  }

  @PutMapping("/api/v1/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(
      Caller caller,
      @RequestBody Change change,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (caller.kind() != Caller.Kind.USER) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "A token has no password. Sign in as a user.");
    }
    var current = Objects.requireNonNullElse(change.current(), "");
    switch (signIns.confirm(caller, current, SessionCookie.origin(request, null))) {
      case Outcome.Begun confirmed -> set(caller, change.password());
      case Outcome.Refused refused ->
          throw new ResponseStatusException(
              HttpStatus.FORBIDDEN, "The current password is not that.");
      case Outcome.TooOften tooOften -> throw SessionController.tooOften(response, tooOften);
    }
  }

  private void set(Caller caller, @Nullable String password) {
    if (password == null) {
      throw Requests.bad("password is the new one.");
    }
    Requests.checked(() -> passwords.set(caller.getName(), password, caller.signIn()));
  }
}
