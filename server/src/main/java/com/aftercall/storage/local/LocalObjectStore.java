package com.aftercall.storage.local;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectDescription;
import com.aftercall.storage.ObjectInput;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Objects as files {@code <root>/<bucket>/<key>}. A file is written beside its place, flushed and
 * then renamed, so that a crash leaves the old object or the new one.
 */
public final class LocalObjectStore implements ObjectStore {

  /** Below this, nothing is written: PostgreSQL on the same disk needs room to stay alive. */
  static final long KEEP_FREE_BYTES = 64L << 20;

  private static final String PARTIAL = ".part";

  private final Path root;

  /**
   * Uses a folder, which is made when the first object is written.
   *
   * @param root absolute or relative to the working folder
   */
  public LocalObjectStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public Optional<ObjectDescription> find(ObjectLocation location) {
    try {
      var file = fileOf(location);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      return Optional.of(
          new ObjectDescription(
              location, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
    } catch (IOException e) {
      throw unavailable(location, e);
    }
  }

  @Override
  public ObjectInput open(ObjectLocation location) {
    try {
      return new LocalObjectInput(FileChannel.open(fileOf(location), StandardOpenOption.READ));
    } catch (NoSuchFileException e) {
      throw new RetryableException(
          FailureCode.RECORDING_NOT_FOUND, "there is no object %s".formatted(location), e);
    } catch (IOException e) {
      throw unavailable(location, e);
    }
  }

  @Override
  public void put(ObjectLocation location, InputStream content) {
    write(
        location,
        content,
        (partial, file) -> Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE));
  }

  @Override
  public boolean putIfAbsent(ObjectLocation location, InputStream content) {
    try {
      // A second name for the same file fails if the name is taken; to move a file does not.
      write(location, content, LocalObjectStore::nameIfFree);
      return true;
    } catch (Taken e) {
      return false;
    }
  }

  private static void nameIfFree(Path partial, Path file) throws IOException {
    try {
      Files.createLink(file, partial);
    } catch (FileAlreadyExistsException e) {
      throw new Taken(e);
    }
  }

  private void write(ObjectLocation location, InputStream content, LastStep lastStep) {
    var file = fileOf(location);
    var parent = folderOf(file);
    var partial = parent.resolve("." + UUID.randomUUID() + PARTIAL);
    try {
      Files.createDirectories(parent);
      refuseWhenFull(Files.getFileStore(parent), location);
      Files.copy(content, partial);
      try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      lastStep.run(partial, file);
    } catch (IOException e) {
      throw isFull(parent)
          ? new RetryableException(
              FailureCode.STORAGE_FULL,
              "no room to write %s; free space on the disk of the object store".formatted(location),
              e)
          : unavailable(location, e);
    } finally {
      deleteQuietly(partial);
    }
  }

  @Override
  public List<ObjectDescription> list(String bucket, String prefix, String after, int atMost) {
    var folder = root.resolve(bucket).normalize();
    var inBucket = prefix.substring(0, prefix.lastIndexOf('/') + 1);
    var begin = folder.resolve(inBucket).normalize();
    if (!root.equals(folder.getParent())
        || !begin.startsWith(folder)
        || !Files.isDirectory(begin)) {
      return List.of();
    }
    try (var files = Files.walk(begin)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0)
          .filter(key -> !key.endsWith(PARTIAL))
          .sorted()
          .limit(atMost)
          .map(key -> find(new ObjectLocation(bucket, key)))
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new RetryableException(
          FailureCode.STORAGE_UNAVAILABLE,
          "the bucket %s could not be listed".formatted(bucket),
          e);
    }
  }

  @Override
  public void delete(ObjectLocation location) {
    try {
      Files.deleteIfExists(fileOf(location));
    } catch (IOException e) {
      throw unavailable(location, e);
    }
  }

  private Path fileOf(ObjectLocation location) {
    var file = root.resolve(location.bucket()).resolve(location.key()).normalize();
    if (!file.startsWith(root.resolve(location.bucket()))) {
      throw new IllegalArgumentException("'%s' leaves its bucket".formatted(location));
    }
    return file;
  }

  private static Path folderOf(Path file) {
    var folder = file.getParent();
    if (folder == null) {
      throw new IllegalStateException("an object always lies in a bucket");
    }
    return folder;
  }

  private static void refuseWhenFull(FileStore disk, ObjectLocation location) throws IOException {
    if (disk.getUsableSpace() < KEEP_FREE_BYTES) {
      throw new RetryableException(
          FailureCode.STORAGE_FULL,
          "less than %d MiB free, so %s was not written; free space on the disk of the object store"
              .formatted(KEEP_FREE_BYTES >> 20, location));
    }
  }

  private static boolean isFull(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() < (1 << 20);
    } catch (IOException e) {
      return false;
    }
  }

  private static RetryableException unavailable(ObjectLocation location, Exception cause) {
    return new RetryableException(
        FailureCode.STORAGE_UNAVAILABLE,
        "the object store failed on %s: %s".formatted(location, cause.getClass().getSimpleName()),
        cause);
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A left-over .part file has no name that anybody asks for.
    }
  }

  /** Gives the flushed file its name. */
  @FunctionalInterface
  private interface LastStep {
    void run(Path partial, Path file) throws IOException;
  }

  /** There is an object already. */
  private static final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Taken(Throwable cause) {
      super(cause);
    }
  }
}
