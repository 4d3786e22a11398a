package com.aftercall.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token as it may be shown: without its secret.
 *
 * @param id names it
 * @param name given by whoever made it
 * @param createdAt when it was made
 * @param lastUsedAt within a minute, or null if never
 */
public record Token(String id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}
