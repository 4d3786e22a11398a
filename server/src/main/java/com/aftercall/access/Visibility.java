package com.aftercall.access;

import org.jspecify.annotations.Nullable;

/**
 * Which contacts somebody gets to see in lists.
 *
 * @param contacts that are there at all
 * @param words of which he may read what was said; never more than {@code contacts}
 * @param agent whose contacts are his own, or null if nobody's
 */
public record Visibility(Reach contacts, Reach words, @Nullable String agent) {

  /** Everything, for work that nobody asked for. */
  public static final Visibility EVERYTHING = new Visibility(Reach.ALL, Reach.ALL, null);

  /** Whether a contact with this agent is within a reach. */
  public boolean covers(Reach reach, @Nullable String agentOfContact) {
    return switch (reach) {
      case ALL -> true;
      case OWN -> agent != null && agent.equals(agentOfContact);
      case NONE -> false;
    };
  }
}
