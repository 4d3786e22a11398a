package com.aftercall.access;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * Who sent a request, and what he may do at this moment: a user, a token, or whoever follows an
 * embed link, which is good for one contact and belongs to nobody.
 */
public final class Caller extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1;

  /** Whoever follows an embed link, as views and comments know him; nobody else has this id. */
  private static final String ANYBODY = "embed";

  private final transient Subject subject;
  private final String signIn;
  private final @Nullable String onlyContact;

  Caller(Subject subject, String signIn) {
    this(subject, signIn, null);
  }

  private Caller(Subject subject, String signIn, @Nullable String onlyContact) {
    super(List.of());
    this.subject = subject;
    this.signIn = signIn;
    this.onlyContact = onlyContact;
    setAuthenticated(true);
  }

  /** What a caller is. */
  public enum Kind {
    /** A person with an account. */
    USER,
    /** A program, or the operator. */
    TOKEN,
    /** A page that shows one contact. */
    EMBED;

    /** As the API says it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whom a sign-in stands for.
   *
   * @param kind what it is
   * @param id names it; the same id is never used again
   * @param name for people
   * @param agent whose contacts are its own, or null
   * @param rights what it may do now
   */
  record Subject(Kind kind, String id, String name, @Nullable String agent, Rights rights) {}

  /** What the maker of the link may do with the contact, as far as a page needs it. */
  static Caller ofEmbedLink(Subject maker, String signIn, String contactId) {
    return new Caller(
        new Subject(
            Kind.EMBED,
            ANYBODY,
            "embedded page",
            maker.agent(),
            maker.rights().limitedTo(EmbedLinks.RIGHTS)),
        signIn,
        contactId);
  }

  /** What the caller is. */
  public Kind kind() {
    return subject.kind();
  }

  /** The name to show; user names and names of tokens are no secrets. */
  public String displayName() {
    return subject.name();
  }

  /** What the caller may do. */
  public Rights rights() {
    return subject.rights();
  }

  /** The agent whose contacts are the caller's own. */
  public Optional<String> agent() {
    return Optional.ofNullable(subject.agent());
  }

  /**
   * Names the sign-in, token or embed link by which the caller came; not secret. {@link
   * Callers#find} gives the caller back as long as that has not ended.
   */
  public String signIn() {
    return signIn;
  }

  /** The only contact that the caller may read, and nothing else; empty if there is no limit. */
  public Optional<String> onlyContact() {
    return Optional.ofNullable(onlyContact);
  }

  /** Whether the caller may do this with a contact of this agent. */
  public boolean may(Permission permission, @Nullable String agentOfContact) {
    return visibility().covers(rights().reach(permission), agentOfContact);
  }

  /** Whether the caller may do this, for whichever contacts. */
  public boolean may(Permission permission) {
    return rights().has(permission);
  }

  /** What lists may show. */
  public Visibility visibility() {
    return new Visibility(
        rights().contacts(), rights().reach(Permission.READ_TRANSCRIPT), subject.agent());
  }

  /** The same, of those contacts alone for which the caller has a permission. */
  public Visibility visibility(Permission permission) {
    var reach = rights().reach(permission);
    return new Visibility(
        reach, rights().reach(Permission.READ_TRANSCRIPT).and(reach), subject.agent());
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return subject.id();
  }

  /** The id. */
  @Override
  public String getName() {
    return subject.id();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Caller caller
        && caller.signIn.equals(signIn)
        && Objects.equals(caller.onlyContact, onlyContact);
  }

  @Override
  public int hashCode() {
    return signIn.hashCode();
  }
}
