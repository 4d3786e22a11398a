package com.aftercall.access;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What callers may do with single contacts, for operations that take more than one permission. */
@Component
public class ContactRights {

  private final ContactAgents agents;

  ContactRights(ContactAgents agents) {
    this.agents = agents;
  }

  /** Whether the caller may do this with a contact. */
  public boolean may(Caller caller, Permission permission, String contactId) {
    return caller.may(permission, agentOf(caller, contactId));
  }

  /**
   * Whether the caller may hear a contact's recording: one that is redacted takes {@link
   * Permission#LISTEN} alone, any other {@link Permission#UNREDACTED} too.
   */
  public boolean mayHear(Caller caller, String contactId, boolean redacted) {
    var agent = agentOf(caller, contactId);
    return caller.may(Permission.LISTEN, agent)
        && (redacted || caller.may(Permission.UNREDACTED, agent));
  }

  /**
   * Refuses, as an answer to the caller, a recording that he may not hear.
   *
   * @throws ResponseStatusException with status 403
   */
  public void requireHearing(Caller caller, String contactId, boolean redacted) {
    require(caller, Permission.LISTEN, contactId);
    if (!redacted) {
      require(caller, Permission.UNREDACTED, contactId);
    }
  }

  /** Whether the caller gets to see a contact at all. */
  public boolean sees(Caller caller, String contactId) {
    return caller.visibility().covers(caller.rights().contacts(), agentOf(caller, contactId));
  }

  /** The permissions that the caller has for a contact. */
  public List<Permission> allowed(Caller caller, String contactId) {
    var agent = agentOf(caller, contactId);
    return Arrays.stream(Permission.values())
        .filter(permission -> caller.may(permission, agent))
        .toList();
  }

  /**
   * Refuses, as an answer to the caller, what he may not do.
   *
   * @throws ResponseStatusException with status 403
   */
  public void require(Caller caller, Permission permission, String contactId) {
    if (!may(caller, permission, contactId)) {
      throw refused(permission);
    }
  }

  /** The same for what does not concern single contacts. */
  public static void require(Caller caller, Permission permission) {
    if (!caller.may(permission)) {
      throw refused(permission);
    }
  }

  private static ResponseStatusException refused(Permission permission) {
    return new ResponseStatusException(
        HttpStatus.FORBIDDEN,
        "This needs the permission '%s'. An administrator can give it."
            .formatted(permission.label()));
  }

  private @Nullable String agentOf(Caller caller, String contactId) {
    return caller.agent().isEmpty() ? null : agents.agent(contactId).orElse(null);
  }
}
