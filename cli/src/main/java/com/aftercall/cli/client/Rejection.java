package com.aftercall.cli.client;

/**
 * A record that the server did not take.
 *
 * @param index 0-based place in what was sent
 * @param reason why, one sentence
 */
public record Rejection(int index, String reason) {}
