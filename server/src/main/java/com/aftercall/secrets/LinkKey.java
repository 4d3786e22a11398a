package com.aftercall.secrets;

import java.security.interfaces.RSAPrivateCrtKey;

/**
 * The key that signs links to recordings.
 *
 * @param id of its public half, {@code Key-Pair-Id} in a link
 * @param privateKey never shown
 */
public record LinkKey(String id, RSAPrivateCrtKey privateKey) {

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "LinkKey[%s]".formatted(id);
  }
}
