package com.aftercall.cli.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token to be made.
 *
 * @param name what it is for
 * @param permissions what it is good for; null for everything
 * @param contacts {@code all} or {@code none}
 * @param expiresAt null for no end
 */
public record WantedToken(
    String name,
    @Nullable List<String> permissions,
    String contacts,
    @Nullable Instant expiresAt) {}
