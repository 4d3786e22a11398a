package com.aftercall.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says what a caller may not do, by the description of the interface. */
@Component
class AccessRules {

  private final ApiDescription api;
  private final ContactAgents agents;

  AccessRules(ApiDescription api, ContactAgents agents) {
    this.api = api;
    this.agents = agents;
  }

  /** The operation that a request asks for; the path decoded. */
  Optional<ApiDescription.Request> find(String method, String path) {
    return api.find(method, path);
  }

  /**
   * Null if the caller may do it. A contact that he may not see is, to him, not there.
   *
   * @param asked null for what is not described
   */
  @Nullable HttpStatus refusal(Caller caller, ApiDescription.@Nullable Request asked) {
    var need = asked == null ? ApiDescription.Need.UNKNOWN : asked.operation().need();
    var permission = need.permission();
    var contact = asked == null ? null : asked.contactId();
    if (contact == null) {
      return permission == null || caller.may(permission) ? null : HttpStatus.FORBIDDEN;
    }
    var agent = agentFor(caller, contact);
    if (!caller.visibility().covers(caller.rights().contacts(), agent)) {
      return HttpStatus.NOT_FOUND;
    }
    return permission == null || caller.may(permission, agent) ? null : HttpStatus.FORBIDDEN;
  }

  /** Not asked for where it does not matter. */
  private @Nullable String agentFor(Caller caller, String contact) {
    return caller.agent().isEmpty() ? null : agents.agent(contact).orElse(null);
  }
}
