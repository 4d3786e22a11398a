package com.aftercall.storage;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Asks the store in which a bucket lies: Amazon S3 for those of the settings, the folder for all
 * others. What Aftercall makes may have a bucket of the operator's, which nobody else sees.
 */
final class RoutedObjectStore implements ObjectStore, AutoCloseable {

  private final ObjectStore folder;
  private final ObjectStore s3;
  private final Runnable closeS3;
  private final S3Settings settings;

  /** The store of Amazon S3 is closed by {@code closeS3}, when this one is. */
  RoutedObjectStore(ObjectStore folder, ObjectStore s3, Runnable closeS3, S3Settings settings) {
    this.folder = folder;
    this.s3 = s3;
    this.closeS3 = closeS3;
    this.settings = settings;
  }

  /** A store, and where the object lies in it. */
  private record Place(ObjectStore store, ObjectLocation real) {}

  private Place place(ObjectLocation location) {
    if (!location.bucket().equals(OWN_BUCKET)) {
      return new Place(settings.has(location.bucket()) ? s3 : folder, location);
    }
    var ownBucket = settings.ownBucket();
    return ownBucket == null
        ? new Place(folder, location)
        : new Place(s3, new ObjectLocation(ownBucket, settings.ownPrefixOfKeys() + location.key()));
  }

  /** A description as the asker knows the object. */
  private ObjectDescription as(ObjectLocation asked, ObjectDescription found) {
    var key = found.location().key();
    var known =
        asked.bucket().equals(OWN_BUCKET) && settings.ownBucket() != null
            ? new ObjectLocation(OWN_BUCKET, key.substring(settings.ownPrefixOfKeys().length()))
            : found.location();
    return new ObjectDescription(known, found.sizeBytes(), found.lastModified());
  }

  @Override
  public Optional<ObjectDescription> find(ObjectLocation location) {
    var place = place(location);
    return place.store().find(place.real()).map(found -> as(location, found));
  }

  @Override
  public ObjectInput open(ObjectLocation location) {
    var place = place(location);
    return place.store().open(place.real());
  }

  @Override
  public void put(ObjectLocation location, InputStream content) {
    var place = place(location);
    place.store().put(place.real(), content);
  }

  @Override
  public boolean putIfAbsent(ObjectLocation location, InputStream content) {
    var place = place(location);
    return place.store().putIfAbsent(place.real(), content);
  }

  @Override
  public List<ObjectDescription> list(String bucket, String prefix, String after, int atMost) {
    if (!bucket.equals(OWN_BUCKET) || settings.ownBucket() == null) {
      return (settings.has(bucket) ? s3 : folder).list(bucket, prefix, after, atMost);
    }
    var own = settings.ownPrefixOfKeys();
    var from = after.isEmpty() ? "" : own + after;
    return s3.list(settings.ownBucket(), own + prefix, from, atMost).stream()
        .map(found -> as(new ObjectLocation(OWN_BUCKET, found.location().key()), found))
        .toList();
  }

  @Override
  public Optional<String> s3Address(ObjectLocation location) {
    var place = place(location);
    return place.store().s3Address(place.real());
  }

  @Override
  public void delete(ObjectLocation location) {
    var place = place(location);
    place.store().delete(place.real());
  }

  @Override
  public void close() {
    closeS3.run();
  }
}
