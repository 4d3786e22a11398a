package com.aftercall.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that nobody but their owner may read. */
public final class OwnerOnlyFiles {

  private OwnerOnlyFiles() {}

  /** Replaces a file as a whole, or not at all. */
  public static void write(Path file, byte[] content) throws IOException {
    var folder = Files.createDirectories(file.toAbsolutePath().getParent());
    var part =
        Files.createTempFile(
            folder,
            file.getFileName().toString(),
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(part, content);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static boolean isOpenToOthers(Path file) throws IOException {
    return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
  }
}
