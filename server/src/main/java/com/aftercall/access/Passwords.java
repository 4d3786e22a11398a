package com.aftercall.access;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords of local accounts, kept as Argon2id hashes. */
@Component
public class Passwords {

  /**
   * NIST SP 800-63B asks for 8 where it is not the only factor, 15 where it is; rules it forbids.
   */
  private static final int SHORTEST = 12;

  private static final int LONGEST = 200;

  /** OWASP, "Password Storage": 19 MiB, two passes, one lane. */
  private static final int MEMORY_KIB = 19_456;

  private static final int PASSES = 2;

  private final Users users;
  private final Sessions sessions;
  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, PASSES);

  /** So that many who sign in at once do not take the memory of everything else. */
  private final Semaphore room = new Semaphore(Runtime.getRuntime().availableProcessors());

  /** Checked against where there is no password, so that this takes as long. */
  private @Nullable volatile String ofNobody;

  Passwords(Users users, Sessions sessions) {
    this.users = users;
    this.sessions = sessions;
  }

  /** The active user with this name and password. */
  Optional<User> authenticate(String userName, String password) {
    var user = users.findByName(userName).filter(User::active);
    var hash = user.flatMap(known -> users.passwordHash(known.id()));
    var matches = matches(password, hash.orElseGet(this::hashOfNobody));
    return matches && hash.isPresent() ? user : Optional.empty();
  }

  private String hashOfNobody() {
    var known = ofNobody;
    if (known == null) {
      known = hash(Secrets.create(""));
      ofNobody = known;
    }
    return known;
  }

  /** Whether this is the user's password; also if he has none. */
  public boolean isCurrent(String userId, @Nullable String password) {
    return users
        .passwordHash(userId)
        .map(hash -> password != null && matches(password, hash))
        .orElse(true);
  }

  /**
   * Sets or, with null, takes away; ends the user's sign-ins but the one that is named. False if
   * there is no such user.
   *
   * @throws IllegalArgumentException if the password is too short, too long, or the user's name
   */
  public boolean set(String userId, @Nullable String password, @Nullable String exceptSignIn) {
    var user = users.find(userId).orElse(null);
    if (user == null) {
      return false;
    }
    if (password != null) {
      check(user, password);
    }
    users.setPasswordHash(userId, password == null ? null : hash(password));
    sessions.endOf(userId, exceptSignIn);
    return true;
  }

  private static void check(User user, String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a password has %d to %d characters".formatted(SHORTEST, LONGEST));
    }
    if (password.equalsIgnoreCase(user.content().userName())
        || password.equalsIgnoreCase(user.content().email())
        || password.chars().distinct().count() < 5) {
      throw new IllegalArgumentException(
          "this password is too easy to guess; a few words that do not belong together are good");
    }
  }

  private String hash(String password) {
    room.acquireUninterruptibly();
    try {
      return String.valueOf(encoder.encode(password));
    } finally {
      room.release();
    }
  }

  private boolean matches(String password, String hash) {
    room.acquireUninterruptibly();
    try {
      return encoder.matches(password, hash);
    } finally {
      room.release();
    }
  }
}
