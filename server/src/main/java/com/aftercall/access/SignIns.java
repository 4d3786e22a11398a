package com.aftercall.access;

import com.aftercall.access.AuditEntry.Event;
import com.aftercall.access.AuditEntry.Result;
import com.aftercall.access.AuditEntry.Who;
import com.aftercall.access.Caller.Kind;
import com.aftercall.access.Sessions.Origin;
import com.aftercall.access.Sessions.Owner;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Signs people in, and writes into the audit trail who came and who was refused. */
@Component
public class SignIns {

  private final Tokens tokens;
  private final Users users;
  private final Passwords passwords;
  private final Sessions sessions;
  private final SignInThrottle throttle;
  private final AuditTrail trail;

  SignIns(
      Tokens tokens,
      Users users,
      Passwords passwords,
      Sessions sessions,
      SignInThrottle throttle,
      AuditTrail trail) {
    this.tokens = tokens;
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.throttle = throttle;
    this.trail = trail;
  }

  /** What became of an attempt. */
  public sealed interface Outcome {

    /**
     * In.
     *
     * @param secret for the cookie
     * @param name of who signed in
     */
    record Begun(String secret, String name) implements Outcome {

      /** Leaves the secret out. */
      @Override
      public String toString() {
        return "Begun[%s]".formatted(name);
      }
    }

    /** Not in, and no word about why. */
    record Refused() implements Outcome {}

    /**
     * Not looked at.
     *
     * @param pause before the next attempt
     */
    record TooOften(Duration pause) implements Outcome {}
  }

  /** With a name and a password. */
  public Outcome byPassword(String userName, String password, Origin origin) {
    var wait = throttle.waiting(userName, origin.address());
    if (wait.isPositive()) {
      return new Outcome.TooOften(wait.plusMillis(999));
    }
    var user = passwords.authenticate(userName, password);
    if (user.isEmpty()) {
      throttle.noteFailure(userName, origin.address());
      // Not by the name that was typed: people type passwords there.
      return refused("password", origin, users.findByName(userName).map(SignIns::who));
    }
    throttle.noteSuccess(userName);
    return begin(user.get(), "password", origin);
  }

  /** With a token. */
  public Outcome byToken(String secret, Origin origin) {
    return begin(() -> tokens.authenticate(secret).map(SignIns::owner), "token", origin);
  }

  /** With a one-time code. */
  public Outcome byCode(String code, Origin origin) {
    return begin(() -> sessions.redeem(code), "code", origin);
  }

  /** For whom a provider vouches. */
  public Outcome byProvider(User user, Origin origin) {
    return user.active()
        ? begin(user, "provider", origin)
        : refused("provider", origin, Optional.of(who(user)));
  }

  /** Somebody whom a provider sent back, but whom we do not know or it did not vouch for. */
  public void refusedByProvider(Origin origin) {
    refused("provider", origin, Optional.empty());
  }

  private Outcome begin(Supplier<Optional<Owner>> find, String how, Origin origin) {
    var owner = find.get().orElse(null);
    if (owner == null) {
      return refused(how, origin, Optional.empty());
    }
    if (owner.kind() == Kind.USER) {
      return users
          .find(owner.id())
          .filter(User::active)
          .map(user -> begin(user, how, origin))
          .orElseGet(() -> refused(how, origin, Optional.empty()));
    }
    return tokens
        .find(owner.id())
        .map(token -> begin(owner, new Who("token", token.id(), token.name()), how, origin))
        .orElseGet(() -> refused(how, origin, Optional.empty()));
  }

  private Outcome begin(User user, String how, Origin origin) {
    users.noteSignIn(user.id());
    return begin(new Owner(Kind.USER, user.id()), who(user), how, origin);
  }

  private Outcome begin(Owner owner, Who who, String how, Origin origin) {
    note(who, Result.DONE, how, origin);
    return new Outcome.Begun(sessions.begin(owner, origin), who.name());
  }

  private Outcome refused(String how, Origin origin, Optional<Who> who) {
    note(who.orElse(Who.NOBODY), Result.REFUSED, how, origin);
    return new Outcome.Refused();
  }

  private void note(Who who, Result result, String how, Origin origin) {
    trail.add(
        new Event(who, AuditAction.SIGN_IN, result, null, origin.address(), Map.of("with", how)));
  }

  /** Ends a session. */
  public void end(Caller caller, String secret, Origin origin) {
    trail.add(
        new Event(
            Who.of(caller), AuditAction.SIGN_OUT, Result.DONE, null, origin.address(), Map.of()));
    sessions.end(secret);
  }

  private static Who who(User user) {
    return new Who("user", user.id(), user.name());
  }

  private static Owner owner(Token token) {
    return new Owner(Kind.TOKEN, token.id());
  }

  /** Whether this user's current password is right; wrong ones count as attempts to sign in. */
  public Outcome confirm(Caller caller, String current, Origin origin) {
    var name = users.find(caller.getName()).map(user -> user.content().userName()).orElse("");
    var wait = throttle.waiting(name, origin.address());
    if (wait.isPositive()) {
      return new Outcome.TooOften(wait.plusMillis(999));
    }
    if (passwords.isCurrent(caller.getName(), current)) {
      return new Outcome.Begun("", name);
    }
    throttle.noteFailure(name, origin.address());
    return new Outcome.Refused();
  }
}
