package com.aftercall.contact;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * A folder that is watched for files of contact records. A file that has not changed between two
 * looks is taken whole and moved to {@code done}; one with rejected records goes to {@code
 * rejected}, with the reasons in a text file beside it. Nothing is ever deleted.
 */
@Component
class Inbox implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  private static final List<String> ENDINGS =
      List.of(".json", ".ndjson", ".jsonl", ".json.gz", ".ndjson.gz", ".jsonl.gz");

  private final ContactIntake intake;
  private final Path folder;
  private final Duration interval;
  private final Map<Path, Look> lastLooks = new HashMap<>();
  private volatile @Nullable Thread watcher;

  Inbox(ContactIntake intake, InboxSettings settings) {
    this.intake = intake;
    this.folder = settings.folder().toAbsolutePath();
    this.interval = settings.interval();
  }

  private record Look(long size, FileTime modified) {}

  @Override
  public void start() {
    var thread = Thread.ofVirtual().name("inbox").unstarted(this::watch);
    // Known before it starts: it ends as soon as it finds that nobody watches.
    watcher = thread;
    thread.start();
  }

  @Override
  public void stop() {
    var running = watcher;
    watcher = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return watcher != null;
  }

  private void watch() {
    while (isRunning()) {
      try {
        look();
        Thread.sleep(interval);
      } catch (InterruptedException e) {
        return;
      } catch (IOException | DataAccessException | TransactionException e) {
        log.warn(
            "The inbox {} was not read ({}); it is looked at again in {} s",
            folder,
            e.getClass().getSimpleName(),
            interval.toSeconds());
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(interval);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once; takes what has not changed since the look before. */
  void look() throws IOException {
    Files.createDirectories(folder);
    List<Path> files;
    try (var listing = Files.list(folder)) {
      files = listing.filter(Inbox::isRecordFile).sorted().toList();
    }
    lastLooks.keySet().retainAll(files);
    for (var file : files) {
      var now = new Look(Files.size(file), Files.getLastModifiedTime(file));
      if (now.equals(lastLooks.put(file, now))) {
        take(file);
        lastLooks.remove(file);
      }
    }
  }

  private static boolean isRecordFile(Path file) {
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && ENDINGS.stream().anyMatch(name::endsWith)
        && Files.isRegularFile(file);
  }

  private void take(Path file) throws IOException {
    IntakeResult result;
    try (var input = open(file)) {
      result = intake.accept(input);
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      result =
          new IntakeResult(
              0, 0, List.of(new IntakeResult.Rejection(0, "the file is no whole gzip file")));
    }
    if (result.rejected().isEmpty() && result.accepted() > 0) {
      move(file, "done");
      log.info("Took {} contact records from {}", result.accepted(), file.getFileName());
      return;
    }
    var moved = move(file, "rejected");
    Files.writeString(Path.of(moved + ".reasons.txt"), reasons(result));
    log.warn(
        "Took {} contact records from {} and rejected {}; the reasons lie beside {}",
        result.accepted(),
        file.getFileName(),
        result.rejected().size(),
        moved);
  }

  private static InputStream open(Path file) throws IOException {
    var input = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(input) : input;
  }

  private static String reasons(IntakeResult result) {
    return result.rejected().isEmpty()
        ? "There is no contact record in this file.\n"
        : result.rejected().stream()
            .map(r -> "Record %d: %s.%n".formatted(r.index(), r.reason()))
            .collect(Collectors.joining());
  }

  private Path move(Path file, String to) throws IOException {
    var target = folder.resolve(to).resolve(file.getFileName());
    Files.createDirectories(folder.resolve(to));
    for (var copy = 2; Files.exists(target); copy++) {
      target = target.resolveSibling(copy + "-" + file.getFileName());
    }
    return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
