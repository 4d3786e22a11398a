package com.aftercall.cli.client;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list.
 *
 * @param next cursor of the next page; null on the last
 */
public record ContactList(List<ContactSummary> items, @Nullable String next) {

  /** An absent list is an empty one. */
  public ContactList {
    items = requireNonNullElse(items, List.of());
  }
}
