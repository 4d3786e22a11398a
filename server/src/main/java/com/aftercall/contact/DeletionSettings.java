package com.aftercall.contact;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of deleted contacts.
 *
 * @param keep how long one lies in the bin before it is erased; zero or more
 * @param interval between two looks for contacts that are to be erased
 */
@ConfigurationProperties("aftercall.deletion")
public record DeletionSettings(
    @DefaultValue("P7D") Duration keep, @DefaultValue("10m") Duration interval) {

  /** Throws {@link IllegalArgumentException} for a time before now. */
  public DeletionSettings {
    if (keep.isNegative()) {
      throw new IllegalArgumentException(
          "contacts cannot be kept for %s; write a time like P7D".formatted(keep));
    }
  }
}
