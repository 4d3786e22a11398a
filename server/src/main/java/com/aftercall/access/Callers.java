package com.aftercall.access;

import com.aftercall.access.Caller.Kind;
import com.aftercall.access.Caller.Subject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out who somebody is and what he may do now, by what he shows. */
@Component
public class Callers {

  private static final String SESSION = "session.";
  private static final String TOKEN = "token.";
  private static final String EMBED = "embed.";

  private final Tokens tokens;
  private final Sessions sessions;
  private final EmbedLinks embedLinks;
  private final Users users;
  private final PermissionSets sets;

  Callers(
      Tokens tokens, Sessions sessions, EmbedLinks embedLinks, Users users, PermissionSets sets) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.embedLinks = embedLinks;
    this.users = users;
    this.sets = sets;
  }

  /** Whoever made a sign-in, token or link of which {@link Caller#signIn} told, if it still is. */
  public Optional<Caller> find(String signIn) {
    if (signIn.startsWith(SESSION)) {
      return sessions.findById(signIn.substring(SESSION.length())).flatMap(this::of);
    }
    if (signIn.startsWith(EMBED)) {
      return embedLinks.findById(signIn.substring(EMBED.length())).flatMap(this::of);
    }
    return signIn.startsWith(TOKEN)
        ? tokens.find(signIn.substring(TOKEN.length())).map(Callers::of)
        : Optional.empty();
  }

  /** By what comes in the header of a request. */
  Optional<Caller> byToken(String secret) {
    return secret.startsWith(EmbedLinks.PREFIX)
        ? embedLinks.find(secret).flatMap(this::of)
        : tokens.authenticate(secret).map(Callers::of);
  }

  /** By what comes in a cookie. */
  public Optional<Caller> bySession(String secret) {
    return sessions.find(secret).flatMap(this::of);
  }

  private Optional<Caller> of(Sessions.Row row) {
    return subject(row.tokenId(), row.userId())
        .map(subject -> new Caller(subject, SESSION + row.id()));
  }

  private Optional<Caller> of(EmbedLinks.Row row) {
    return subject(row.tokenId(), row.userId())
        .map(maker -> Caller.ofEmbedLink(maker, EMBED + row.id(), row.contactId()));
  }

  private static Caller of(Token token) {
    return new Caller(subject(token), TOKEN + token.id());
  }

  private Optional<Subject> subject(@Nullable String tokenId, @Nullable String userId) {
    if (userId != null) {
      return users.find(userId).filter(User::active).map(this::subject);
    }
    return tokenId == null ? Optional.empty() : tokens.find(tokenId).map(Callers::subject);
  }

  private Subject subject(User user) {
    return new Subject(
        Kind.USER, user.id(), user.name(), user.agent(), Rights.of(sets.ofUser(user.id())));
  }

  private static Subject subject(Token token) {
    return new Subject(Kind.TOKEN, token.id(), token.name(), null, token.rights());
  }
}
