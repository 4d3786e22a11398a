package com.aftercall.playback;

import java.time.Instant;

/**
 * A signed link to a recording. Whoever holds it may listen until it ends, so it is never logged.
 *
 * @param url path and query on this server
 * @param expiresAt when it stops working
 */
public record PlaybackUrl(String url, Instant expiresAt) {

  /** Leaves the link out. */
  @Override
  public String toString() {
    return "PlaybackUrl[until %s]".formatted(expiresAt);
  }
}
