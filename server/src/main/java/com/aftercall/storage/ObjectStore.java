package com.aftercall.storage;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Objects by {@link ObjectLocation}. Every operation throws {@link
 * com.aftercall.failure.RetryableException} with {@code STORAGE_UNAVAILABLE}, {@code
 * STORAGE_DENIED} or {@code STORAGE_FULL} when the store cannot answer or refuses to; none returns
 * half a result.
 */
public interface ObjectStore {

  /** The bucket in which Aftercall keeps what it makes, wherever that really lies. */
  String OWN_BUCKET = "aftercall";

  /** Size and time of the object, or empty if there is none. */
  Optional<ObjectDescription> find(ObjectLocation location);

  /**
   * Opens an object for reading at any place.
   *
   * @throws com.aftercall.failure.RetryableException with {@code RECORDING_NOT_FOUND} if there is
   *     none
   */
  ObjectInput open(ObjectLocation location);

  /**
   * Writes an object whole: a reader sees the old one or the new one, never a part. An existing
   * object is replaced. The content has been flushed to the disk when this returns.
   */
  void put(ObjectLocation location, InputStream content);

  /**
   * The same, but leaves an object alone that is there already. Of several that write at a time one
   * wins.
   *
   * @return whether it was written
   */
  boolean putIfAbsent(ObjectLocation location, InputStream content);

  /**
   * Where services of AWS find the object, {@code s3://bucket/key}, whether it is there or not;
   * empty if this store is not Amazon S3.
   */
  default Optional<String> s3Address(ObjectLocation location) {
    return Optional.empty();
  }

  /**
   * Objects of a bucket in the order of their keys, those in folders below included. Nothing is
   * looked at but what lies in the folder of the prefix.
   *
   * @param prefix with which their keys begin, up to any place in a name; empty: all
   * @param after only keys that come after this one; empty: from the first
   * @param atMost one or more; fewer are returned only when there are no more
   */
  List<ObjectDescription> list(String bucket, String prefix, String after, int atMost);

  /** Removes the object; one that is not there is no error. */
  void delete(ObjectLocation location);
}
