package com.aftercall.cli.client;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server is doing. */
public record Status(
    String version,
    Map<String, Long> contacts,
    @Nullable Long waitingForEngine,
    List<Engine> engines,
    Map<String, Boolean> switches,
    @Nullable Long diskFreeBytes) {

  /** Absent lists are empty ones. */
  public Status {
    contacts = requireNonNullElse(contacts, Map.of());
    engines = requireNonNullElse(engines, List.of());
    switches = requireNonNullElse(switches, Map.of());
  }

  /** A speech engine. */
  public record Engine(
      String name,
      @Nullable String quality,
      @Nullable Boolean present,
      @Nullable Integer languages,
      @Nullable String advice) {}
}
