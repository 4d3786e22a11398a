package com.aftercall.storage;

import java.time.Instant;

/**
 * What is known of an object without reading it.
 *
 * @param location where it lies
 * @param sizeBytes zero or more
 * @param lastModified when it was last written
 */
public record ObjectDescription(ObjectLocation location, long sizeBytes, Instant lastModified) {

  /** Throws {@link IllegalArgumentException} for a negative size. */
  public ObjectDescription {
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("size %d is negative".formatted(sizeBytes));
    }
  }
}
