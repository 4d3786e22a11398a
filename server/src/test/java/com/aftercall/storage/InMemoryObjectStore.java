package com.aftercall.storage;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Objects in memory, for tests of what reads and writes them. */
public final class InMemoryObjectStore implements ObjectStore {

  private final Map<ObjectLocation, byte[]> objects = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public InMemoryObjectStore(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Optional<ObjectDescription> find(ObjectLocation location) {
    return Optional.ofNullable(objects.get(location))
        .map(bytes -> new ObjectDescription(location, bytes.length, clock.instant()));
  }

  @Override
  public ObjectInput open(ObjectLocation location) {
    var bytes = objects.get(location);
    if (bytes == null) {
      throw new RetryableException(
          FailureCode.RECORDING_NOT_FOUND, "there is no object %s".formatted(location));
    }
    return new InMemoryInput(bytes);
  }

  @Override
  public void put(ObjectLocation location, InputStream content) {
    try {
      objects.put(location, content.readAllBytes());
    } catch (IOException e) {
      throw new RetryableException(
          FailureCode.STORAGE_UNAVAILABLE, "%s broke off".formatted(location), e);
    }
  }

  @Override
  public boolean putIfAbsent(ObjectLocation location, InputStream content) {
    if (objects.containsKey(location)) {
      return false;
    }
    put(location, content);
    return true;
  }

  @Override
  public List<ObjectDescription> list(String bucket, String prefix, String after, int atMost) {
    return objects.keySet().stream()
        .filter(place -> place.bucket().equals(bucket) && place.key().startsWith(prefix))
        .filter(place -> place.key().compareTo(after) > 0)
        .sorted(Comparator.comparing(ObjectLocation::key))
        .limit(atMost)
        .flatMap(place -> find(place).stream())
        .toList();
  }

  @Override
  public void delete(ObjectLocation location) {
    objects.remove(location);
  }

  private static final class InMemoryInput implements ObjectInput {

    private final byte[] bytes;

    InMemoryInput(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public int read(long position, byte[] buffer, int offset, int count) {
      if (position >= bytes.length) {
        return -1;
      }
      var read = (int) Math.min(count, bytes.length - position);
      System.arraycopy(bytes, (int) position, buffer, offset, read);
      return read;
    }

    @Override
    public void close() {}
  }
}
