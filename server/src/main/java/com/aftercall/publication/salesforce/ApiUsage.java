package com.aftercall.publication.salesforce;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many API calls of the org's daily allowance are used, as the header {@code Sforce-Limit-Info}
 * of the last answer said.
 *
 * @param used in the last 24 hours, by all programs
 * @param limit how many there may be
 * @param at when it was said
 */
public record ApiUsage(long used, long limit, Instant at) {

  private static final Pattern HEADER =
      Pattern.compile("(?<![a-z-])api-usage=(\\d{1,15})/(\\d{1,15})");

  static Optional<ApiUsage> of(String header, Instant at) {
    var found = HEADER.matcher(header);
    return found.find()
        ? Optional.of(
            new ApiUsage(Long.parseLong(found.group(1)), Long.parseLong(found.group(2)), at))
        : Optional.empty();
  }

  /** Whether only what is kept for others is left. */
  public boolean isInReserve(int percent) {
    return used * 100 >= limit * (100L - percent);
  }
}
