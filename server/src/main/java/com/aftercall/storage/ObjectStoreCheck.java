package com.aftercall.storage;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import com.aftercall.failure.AftercallException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes a small object of its own where waveforms and exports go, reads it and removes it. */
@Component
final class ObjectStoreCheck implements Check {

  private static final byte[] CONTENT = "written by the doctor".getBytes(StandardCharsets.UTF_8);

  private final ObjectStore objects;
  private final StorageSettings folder;
  private final S3Settings s3;

  ObjectStoreCheck(ObjectStore objects, StorageSettings folder, S3Settings s3) {
    this.objects = objects;
    this.folder = folder;
    this.s3 = s3;
  }

  @Override
  public String id() {
    return "object-store";
  }

  @Override
  public String title() {
    return "Where files are written";
  }

  @Override
  public Finding run() {
    var where =
        s3.ownBucket() == null
            ? "folder " + folder.folder().toAbsolutePath().normalize()
            : "bucket %s at Amazon S3".formatted(s3.ownBucket());
    var place =
        new ObjectLocation(ObjectStore.OWN_BUCKET, "doctor/%s".formatted(UUID.randomUUID()));
    try {
      objects.put(place, new ByteArrayInputStream(CONTENT));
      var same = isReadAgain(place);
      objects.delete(place);
      return same
          ? Finding.ok(where, "A file was written, read and removed.")
          : Finding.failed(
              where,
              "What was written comes back changed.",
              "Look at the disk, or at what lies between this server and the store.");
    } catch (AftercallException e) {
      return Finding.failed(
          where,
          "%s (%s)".formatted(e.getMessage(), e.code()),
          "See %s in docs/operations.md.".formatted(e.code()));
    } catch (IOException e) {
      return Finding.failed(
          where, "The file was written and cannot be read.", "Look at the disk of the store.");
    }
  }

  private boolean isReadAgain(ObjectLocation place) throws IOException {
    try (var input = objects.open(place);
        var stream = input.stream(0)) {
      return Arrays.equals(stream.readAllBytes(), CONTENT);
    }
  }
}
