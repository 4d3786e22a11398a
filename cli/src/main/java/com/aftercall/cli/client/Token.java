package com.aftercall.cli.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token without its secret.
 *
 * @param id names it
 * @param name what it is for
 * @param createdAt when it was made
 * @param lastUsedAt null if never
 * @param permissions what it is good for; null for everything
 * @param expiresAt null if it does not end by itself
 */
public record Token(
    String id,
    String name,
    @Nullable Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable List<String> permissions,
    @Nullable Instant expiresAt) {}
