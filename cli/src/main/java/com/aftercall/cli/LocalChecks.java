package com.aftercall.cli;

import com.aftercall.cli.client.Diagnosis;
import com.aftercall.cli.client.Diagnosis.Verdict;
import com.aftercall.cli.terminal.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be seen of an installation while its server does not answer. */
final class LocalChecks {

  private static final int JAVA_NEEDED = 25;

  /** As the server's own check of the disk has it. */
  private static final long TOO_LITTLE_BYTES = 256L << 20;

  private final String url;
  private final Path data;

  LocalChecks(String url, Path data) {
    this.url = url;
    this.data = data.toAbsolutePath();
  }

  List<Diagnosis> run() {
    return List.of(server(), folder(), disk(), java(Runtime.version().feature()));
  }

  private Diagnosis server() {
    return new Diagnosis(
        "server",
        "The server",
        Verdict.FAILED,
        url + ".",
        "Nobody answers there; all checks of the server itself are left out.",
        "Start it with ./aftercall serve, or say with --url where it is.");
  }

  private Diagnosis folder() {
    var title = "The data folder";
    var lookedAt = "The folder %s.".formatted(data);
    if (!Files.isDirectory(data)) {
      return warning(
          "data-folder",
          title,
          lookedAt,
          "There is none yet.",
          "The server makes it at its first start; or say with --data where it is.");
    }
    if (!Files.isWritable(data)) {
      return new Diagnosis(
          "data-folder",
          title,
          Verdict.FAILED,
          lookedAt,
          "This user may not write it.",
          "Run this as the user who runs the server, or give the folder to that user.");
    }
    var database = data.resolve("postgres");
    return Files.isDirectory(database)
        ? ok("data-folder", title, lookedAt, "It can be written and has a database.")
        : warning(
            "data-folder",
            title,
            lookedAt,
            "It has no database.",
            "If the server uses one elsewhere, or was never started, all is well.");
  }

  private Diagnosis disk() {
    var lookedAt = "The disk of %s.".formatted(data);
    try {
      var there = nearestFolder(data);
      var free = Files.getFileStore(there == null ? Path.of("/") : there).getUsableSpace();
      var found = "%s are free.".formatted(Text.bytes(free));
      return free < TOO_LITTLE_BYTES
          ? new Diagnosis(
              "disk", "Room", Verdict.FAILED, lookedAt, found, "Free space; the database needs it.")
          : ok("disk", "Room", lookedAt, found);
    } catch (IOException e) {
      return warning(
          "disk",
          "Room",
          lookedAt,
          "It cannot be told (%s).".formatted(e.getClass().getSimpleName()),
          "See that it is mounted.");
    }
  }

  private static @Nullable Path nearestFolder(Path path) {
    var there = path;
    while (there != null && !Files.isDirectory(there)) {
      there = there.getParent();
    }
    return there;
  }

  static Diagnosis java(int version) {
    var found = "Version %d.".formatted(version);
    return version >= JAVA_NEEDED
        ? ok("java", "Java", "The Java that runs this.", found)
        : new Diagnosis(
            "java",
            "Java",
            Verdict.FAILED,
            "The Java that runs this.",
            found,
            "Install a JDK %d or later and set AFTERCALL_JAVA_HOME to it.".formatted(JAVA_NEEDED));
  }

  private static Diagnosis ok(String id, String title, String lookedAt, String found) {
    return new Diagnosis(id, title, Verdict.OK, lookedAt, found, null);
  }

  private static Diagnosis warning(
      String id, String title, String lookedAt, String found, String cure) {
    return new Diagnosis(id, title, Verdict.WARNING, lookedAt, found, cure);
  }
}
