package com.aftercall.playback.spi;

/** Nothing is known of the distribution. */
public final class DistributionUnreadable extends Exception {

  private static final long serialVersionUID = 1;

  private final String cure;

  /**
   * Says why.
   *
   * @param found a sentence
   * @param cure a sentence that says what to do
   */
  public DistributionUnreadable(String found, String cure, Throwable cause) {
    super(found, cause);
    this.cure = cure;
  }

  /** What was seen, a sentence. */
  public String found() {
    return String.valueOf(getMessage());
  }

  /** What to do, a sentence. */
  public String cure() {
    return cure;
  }
}
