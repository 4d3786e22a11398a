package com.aftercall.contact;

import java.time.Duration;

/**
 * How often and how long the agent put the customer on hold. The contact record does not say when.
 *
 * @param number how many there were; 0 if there were none or the record does not say
 * @param total of all together; zero likewise
 * @param longest of one; zero likewise
 */
public record Holds(int number, Duration total, Duration longest) {

  /** None, or none known. */
  public static final Holds NONE = new Holds(0, Duration.ZERO, Duration.ZERO);
}
