package com.aftercall.playback;

import java.time.Instant;

/**
 * A key of the group whose signatures count, as it may be shown.
 *
 * @param id {@code Key-Pair-Id} in links
 * @param own whether we made it; else it is in the operator's secret
 * @param createdAt when it was first seen
 * @param trustedUntil links signed with it count until then
 */
public record SigningKey(String id, boolean own, Instant createdAt, Instant trustedUntil) {}
