package com.aftercall.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether there is room in the data folder, and whether it can be written. */
@Component
class DiskCheck implements Check {

  /** The embedded database cannot go on without room for its log. */
  private static final long TOO_LITTLE_BYTES = 256L << 20;

  /** About 90 hours of recordings as Amazon Connect makes them. */
  private static final long SCARCE_BYTES = 5L << 30;

  private final Path data;

  DiskCheck(@Value("${aftercall.data}") Path data) {
    this.data = data.toAbsolutePath();
  }

  @Override
  public String id() {
    return "disk";
  }

  @Override
  public String title() {
    return "Room in the data folder";
  }

  @Override
  public Finding run() {
    try {
      var trial = Files.createTempFile(data, "doctor-", ".tmp");
      Files.delete(trial);
      var store = Files.getFileStore(data);
      return judge(data, store.getUsableSpace(), store.getTotalSpace());
    } catch (IOException e) {
      return Finding.failed(
          folder(data),
          "No file can be made there (%s).".formatted(e.getClass().getSimpleName()),
          "See that it is mounted, that the server's user may write it, and that there is room.");
    }
  }

  static Finding judge(Path folder, long freeBytes, long totalBytes) {
    var found =
        String.format(Locale.ROOT, "%.1f of %.1f GB are free.", freeBytes / 1e9, totalBytes / 1e9);
    if (freeBytes < TOO_LITTLE_BYTES) {
      return Finding.failed(
          folder(folder), found, "Free space now; steps that write wait until there is some.");
    }
    return freeBytes < SCARCE_BYTES
        ? Finding.warning(
            folder(folder), found, "Free space or enlarge the disk before it is needed.")
        : Finding.ok(folder(folder), found);
  }

  private static String folder(Path folder) {
    return "The folder %s.".formatted(folder);
  }
}
