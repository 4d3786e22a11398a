package com.aftercall.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Knows whose contacts contacts are; the module that keeps contacts implements it. */
public interface ContactAgents {

  /** The agents of those contacts that exist and have one, by contact id. */
  Map<String, String> agents(Collection<String> contactIds);

  /** The agent of one; empty if there is no such contact or nobody answered. */
  default Optional<String> agent(String contactId) {
    return Optional.ofNullable(agents(java.util.List.of(contactId)).get(contactId));
  }
}
