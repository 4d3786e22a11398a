package com.aftercall.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What a check found. All three texts are sentences for the operator, without secrets, numbers of
 * customers or anything that was said.
 *
 * @param verdict how it stands
 * @param lookedAt what was looked at, such as {@code secret arn:… in eu-central-1}
 * @param found what was seen there
 * @param cure what to do; null if there is nothing to do
 */
public record Finding(Verdict verdict, String lookedAt, String found, @Nullable String cure) {

  /** How it stands. */
  public enum Verdict {
    /** As it should be. */
    OK,
    /** Works, and will not go on so, or not for everybody. */
    WARNING,
    /** Does not work. */
    FAILED,
    /** Is not used here; {@code found} says why. */
    NOT_USED
  }

  /** As it should be. */
  public static Finding ok(String lookedAt, String found) {
    return new Finding(Verdict.OK, lookedAt, found, null);
  }

  /** Works, with a reservation. */
  public static Finding warning(String lookedAt, String found, String cure) {
    return new Finding(Verdict.WARNING, lookedAt, found, cure);
  }

  /** Does not work. */
  public static Finding failed(String lookedAt, String found, String cure) {
    return new Finding(Verdict.FAILED, lookedAt, found, cure);
  }

  /** Is not used here. */
  public static Finding notUsed(String lookedAt, String why) {
    return new Finding(Verdict.NOT_USED, lookedAt, why, null);
  }
}
