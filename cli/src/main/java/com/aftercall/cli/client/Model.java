package com.aftercall.cli.client;

import org.jspecify.annotations.Nullable;

/**
 * A speech model.
 *
 * @param state {@code absent}, {@code downloading}, {@code present} or {@code failed}
 */
public record Model(
    String name,
    @Nullable String engine,
    @Nullable Long sizeBytes,
    @Nullable String languages,
    String state,
    @Nullable Long downloadedBytes,
    @Nullable String error) {}
