package com.aftercall.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it came over the wire, for checking its signature.
 *
 * @param method such as {@code POST}
 * @param path as sent, still encoded
 * @param query as sent, without the question mark; empty if there is none
 * @param headers all values in order, by name; names are taken in lower case
 * @param body all of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SignedRequest(
    String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

  /** Takes the names of headers in lower case. */
  public SignedRequest {
    Map<String, List<String>> lowerCase = new TreeMap<>();
    headers.forEach(
        (name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    headers = lowerCase;
  }

  /** The first value of a header, or empty text. */
  String header(String name) {
    return headers.getOrDefault(name, List.of("")).getFirst();
  }

  SignedRequest withPath(String other) {
    return new SignedRequest(method, other, query, headers, body);
  }

  /** Leaves headers, query and body out. */
  @Override
  public String toString() {
    return "SignedRequest[%s %s]".formatted(method, path);
  }
}
