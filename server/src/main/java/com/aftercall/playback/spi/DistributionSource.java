package com.aftercall.playback.spi;

import java.util.Optional;

/** Tells how distributions are set up. */
public interface DistributionSource {

  /**
   * Looks now.
   *
   * @param domainName its own or another under which it answers
   * @return empty if the account has none of that name
   * @throws DistributionUnreadable if it cannot be told
   */
  Optional<Distribution> find(String domainName) throws DistributionUnreadable;
}
