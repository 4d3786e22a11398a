package com.aftercall.cli.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A token without its secret. */
public record Token(
    String id, String name, @Nullable Instant createdAt, @Nullable Instant lastUsedAt) {}
