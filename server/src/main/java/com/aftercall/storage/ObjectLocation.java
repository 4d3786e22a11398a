package com.aftercall.storage;

/**
 * Where an object lies: a bucket and a key in it, as Amazon S3 names them.
 *
 * <p>Keys may hold {@code :} and spaces, as those of Amazon Connect do. Because a key may end up as
 * a path on a disk, segments {@code .} and {@code ..}, empty segments, backslashes and control
 * characters are refused.
 *
 * @param bucket 1 to 255 characters, no slash
 * @param key 1 to 1024 characters, no slash at either end
 */
public record ObjectLocation(String bucket, String key) {

  /** Throws {@link IllegalArgumentException} that names the part that is wrong. */
  public ObjectLocation {
    if (bucket.isBlank() || bucket.length() > 255) {
      throw new IllegalArgumentException("a bucket name has 1 to 255 characters");
    }
    if (bucket.indexOf('/') >= 0 || bucket.equals(".") || bucket.equals("..")) {
      throw new IllegalArgumentException("'%s' is no bucket name".formatted(bucket));
    }
    if (key.isBlank() || key.length() > 1024) {
      throw new IllegalArgumentException("an object key has 1 to 1024 characters");
    }
    refuseUnsafe(bucket);
    refuseUnsafe(key);
    for (var segment : key.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw new IllegalArgumentException(
            "key '%s' has a path segment '%s'; segments must have a name".formatted(key, segment));
      }
    }
  }

  /**
   * Reads {@code bucket/key}, the form in which Amazon Connect writes a recording's location. A
   * leading {@code s3://} is allowed.
   *
   * @throws IllegalArgumentException if there is no slash, or a part is refused
   */
  public static ObjectLocation parse(String text) {
    var path = text.startsWith("s3://") ? text.substring("s3://".length()) : text;
    var slash = path.indexOf('/');
    if (slash <= 0) {
      throw new IllegalArgumentException("'%s' is not of the form bucket/key".formatted(text));
    }
    return new ObjectLocation(path.substring(0, slash), path.substring(slash + 1));
  }

  /** The last segment of the key. */
  public String fileName() {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  /** The same bucket, with the ending of the key (after its last dot) exchanged. */
  public ObjectLocation withExtension(String extension) {
    var dot = key.lastIndexOf('.');
    var base = dot > key.lastIndexOf('/') ? key.substring(0, dot) : key;
    return new ObjectLocation(bucket, base + "." + extension);
  }

  private static void refuseUnsafe(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\\') {
        throw new IllegalArgumentException(
            "character U+%04X at place %d is not allowed in a location".formatted((int) c, i));
      }
    }
  }

  /** {@code bucket/key}. */
  @Override
  public String toString() {
    return bucket + "/" + key;
  }
}
