package com.aftercall.cli.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code for one sign-in from a browser. */
public record SignInCode(String code, @Nullable Instant expiresAt) {

  /** Leaves the code out. */
  @Override
  public String toString() {
    return "SignInCode[until %s]".formatted(expiresAt);
  }
}
