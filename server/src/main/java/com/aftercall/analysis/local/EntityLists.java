package com.aftercall.analysis.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entity lists of a folder: all its files that end in {@code .csv}. The folder need not exist.
 * Changes are seen without a restart, at the latest {@link #CHECK_EVERY} after they were made.
 */
final class EntityLists {

  static final Duration CHECK_EVERY = Duration.ofSeconds(2);

  private static final Logger log = LoggerFactory.getLogger(EntityLists.class);

  private final Path folder;
  private final InstantSource clock;
  private volatile @Nullable Loaded loaded;

  EntityLists(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The lists as they are now. */
  List<EntityList> current() {
    var now = clock.instant();
    var last = loaded;
    if (last != null && now.isBefore(last.checked.plus(CHECK_EVERY))) {
      return last.lists;
    }
    return check(now).lists;
  }

  private synchronized Loaded check(Instant now) {
    var last = loaded;
    var versions = versions();
    var next =
        last != null && last.versions.equals(versions)
            ? new Loaded(now, versions, last.lists)
            : new Loaded(now, versions, read(versions));
    loaded = next;
    return next;
  }

  private static List<EntityList> read(Map<Path, Version> files) {
    var lists = files.keySet().stream().map(EntityListFile::read).toList();
    int problems = lists.stream().mapToInt(list -> list.problems().size()).sum();
    int entries = lists.stream().mapToInt(EntityList::entries).sum();
    if (problems > 0) {
      log.warn(
          "Entity lists: {} entries of {} files are used; not used: {}",
          entries,
          lists.size(),
          lists.stream().flatMap(list -> list.problems().stream()).toList());
    } else if (!lists.isEmpty()) {
      log.info("Entity lists: {} entries of {} files are used", entries, lists.size());
    }
    return lists;
  }

  private Map<Path, Version> versions() {
    var versions = new TreeMap<Path, Version>();
    if (!Files.isDirectory(folder)) {
      return versions;
    }
    try (var files = Files.newDirectoryStream(folder, "*.{csv,CSV}")) {
      for (var file : files) {
        versions.put(
            file, new Version(Files.getLastModifiedTime(file).toMillis(), Files.size(file)));
      }
    } catch (IOException e) {
      log.warn("Entity lists: the folder {} cannot be read; tried again soon", folder, e);
    }
    return versions;
  }

  private record Version(long modifiedMillis, long bytes) {}

  private record Loaded(Instant checked, Map<Path, Version> versions, List<EntityList> lists) {}
}
