package com.aftercall.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key for callers that sign their requests as for AWS, as it may be shown: without its secret.
 *
 * @param id names it in each request, {@code AKIA} and 16 characters
 * @param name given by whoever made it
 * @param createdAt when it was made
 * @param lastUsedAt within a minute, or null if never
 */
public record AccessKey(String id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}
