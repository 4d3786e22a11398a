package com.aftercall.cli.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact as the list shows it.
 *
 * @param name such as {@code CCA 000001}
 * @param sentiment the customer's, such as {@code NEGATIVE}
 * @param durationMillis length of the recording
 * @param processingMillis from the first step's start to the last one's end
 */
public record ContactSummary(
    String name,
    String contactId,
    ContactState state,
    @Nullable String reason,
    @Nullable Instant initiatedAt,
    @Nullable String agent,
    @Nullable Long durationMillis,
    @Nullable String language,
    @Nullable String sentiment,
    @Nullable Integer turns,
    @Nullable String engine,
    @Nullable Long processingMillis) {}
