package com.aftercall.publication.salesforce;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of a composite call.
 *
 * @param id by which later parts and the answer name it; letters, digits and {@code _}
 * @param method of HTTP
 * @param path below the version, encoded, such as {@code /sobjects/Attachment}
 * @param body or null
 */
public record SubRequest(String id, String method, String path, @Nullable JsonNode body) {

  /** Leaves the body out. */
  @Override
  public String toString() {
    return "SubRequest[%s, %s]".formatted(id, method);
  }
}
