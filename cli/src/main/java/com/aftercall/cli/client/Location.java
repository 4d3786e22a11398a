package com.aftercall.cli.client;

import java.util.Optional;

/**
 * Where the server keeps an object, as a contact record names it.
 *
 * @param bucket without a slash, not empty
 * @param key not empty
 */
public record Location(String bucket, String key) {

  /** Reads {@code bucket/key} with or without {@code s3://} before it; empty if it is neither. */
  public static Optional<Location> parse(String text) {
    var path = text.startsWith("s3://") ? text.substring("s3://".length()) : text;
    var slash = path.indexOf('/');
    return slash <= 0 || slash == path.length() - 1
        ? Optional.empty()
        : Optional.of(new Location(path.substring(0, slash), path.substring(slash + 1)));
  }

  /** The last segment of the key. */
  public String fileName() {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  /** The object beside this one whose name differs in its ending only. */
  public Location withEnding(String ending) {
    var dot = key.lastIndexOf('.');
    var stem = dot > key.lastIndexOf('/') ? key.substring(0, dot) : key;
    return new Location(bucket, stem + ending);
  }

  @Override
  public String toString() {
    return bucket + "/" + key;
  }
}
