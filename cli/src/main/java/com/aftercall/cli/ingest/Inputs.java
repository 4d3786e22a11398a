package com.aftercall.cli.ingest;

import com.aftercall.cli.client.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that were named, sorted into records and recordings. */
public final class Inputs {

  private static final Set<String> AUDIO =
      Set.of("wav", "mp3", "ogg", "opus", "oga", "flac", "m4a", "aac", "mp4", "webm", "amr", "wma");

  /** Finished transcripts that lie beside a recording under its name. */
  static final List<String> TRANSCRIPT_ENDINGS = List.of(".transcribe.json", ".vtt", ".srt");

  private final Set<Path> records = new LinkedHashSet<>();
  private final Set<Path> audio = new LinkedHashSet<>();
  private final Map<Path, Map<String, Path>> audioByFolder = new HashMap<>();
  private final Map<String, Path> audioByName = new HashMap<>();

  private Inputs() {}

  /**
   * Sorts files, and those in and below folders.
   *
   * @throws IOException if a file is missing or is neither records nor audio; the message says so
   */
  public static Inputs of(List<Path> named) throws IOException {
    var inputs = new Inputs();
    for (var path : named) {
      if (Files.isDirectory(path)) {
        inputs.addFolder(path);
      } else if (!Files.isReadable(path)) {
        throw new IOException("%s does not exist or cannot be read.".formatted(path));
      } else if (!inputs.add(path)) {
        throw new IOException(
            "%s is neither contact records (.json, .ndjson, .jsonl, also .gz) nor audio (.wav, .mp3 and so on)."
                .formatted(path));
      }
    }
    return inputs;
  }

  private void addFolder(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        add(file);
      }
    }
  }

  private boolean add(Path file) {
    if (isAudio(file)) {
      audio.add(file);
      audioByName.putIfAbsent(nameOf(file), file);
      return true;
    }
    if (isTranscript(file)) {
      return true;
    }
    return isRecords(file) && records.add(file);
  }

  /** Files of contact records, in the order in which they were named. */
  public Set<Path> records() {
    return records;
  }

  /** Recordings that were named, or lie in a folder that was. */
  public Set<Path> audio() {
    return audio;
  }

  /** How many bytes all of them have. */
  public long bytes() throws IOException {
    var bytes = 0L;
    for (var file : records) {
      bytes += Files.size(file);
    }
    for (var file : audio) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /**
   * The file of a recording that a record names: one that was named too, or lies beside the file of
   * the record, under the name that the location ends in (a colon may have become {@code _} or
   * {@code -}, as some disks need); or, beside {@code NAME.json}, {@code NAME.wav} and the like,
   * and beside {@code record.json}, {@code recording.wav} and the like.
   */
  Optional<Path> audioFor(RecordJson record, Location recording) throws IOException {
    var beside = audioBeside(record.file());
    var name = recording.fileName();
    for (var spelling : List.of(name, name.replace(':', '_'), name.replace(':', '-'))) {
      if (audioByName.containsKey(spelling)) {
        return Optional.of(audioByName.get(spelling));
      }
      if (beside.containsKey(spelling)) {
        return Optional.of(beside.get(spelling));
      }
    }
    return record.index() == 0 ? audioOfSameStem(record.file(), beside) : Optional.empty();
  }

  private Optional<Path> audioOfSameStem(Path records, Map<String, Path> beside) {
    if (isLines(records)) {
      return Optional.empty();
    }
    var stem = stemOf(nameOf(records));
    for (var file : beside.values()) {
      var other = stemOf(nameOf(file));
      if (other.equals(stem) || (stem.equals("record") && other.equals("recording"))) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private Map<String, Path> audioBeside(Path records) throws IOException {
    var folder = records.toAbsolutePath().getParent();
    if (folder == null) {
      return Map.of();
    }
    var known = audioByFolder.get(folder);
    if (known == null) {
      known = new HashMap<>();
      var parent = records.getParent();
      try (var files = Files.list(parent == null ? Path.of("") : parent)) {
        for (var file : files.filter(Inputs::isAudio).toList()) {
          known.put(nameOf(file), file);
        }
      }
      audioByFolder.put(folder, known);
    }
    return known;
  }

  /** The finished transcripts beside a recording, by the ending that tells what they are. */
  static Map<String, Path> transcriptsBeside(Path recording) {
    Map<String, Path> found = new HashMap<>();
    var stem = stemOf(nameOf(recording));
    for (var ending : TRANSCRIPT_ENDINGS) {
      var file = recording.resolveSibling(stem + ending);
      if (Files.isRegularFile(file)) {
        found.put(ending, file);
      }
    }
    return found;
  }

  static boolean isPacked(Path file) {
    return nameOf(file).toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  static boolean isLines(Path file) {
    var ending = endingOf(file);
    return ending.equals("ndjson") || ending.equals("jsonl");
  }

  private static boolean isRecords(Path file) {
    return isLines(file) || endingOf(file).equals("json");
  }

  private static boolean isAudio(Path file) {
    return AUDIO.contains(endingOf(file)) && !isPacked(file);
  }

  private static boolean isTranscript(Path file) {
    var name = nameOf(file).toLowerCase(Locale.ROOT);
    return TRANSCRIPT_ENDINGS.stream().anyMatch(name::endsWith);
  }

  static String nameOf(Path file) {
    var name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  private static String stemOf(String name) {
    var dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static String endingOf(Path file) {
    var name = nameOf(file).toLowerCase(Locale.ROOT);
    var plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return plain.substring(plain.lastIndexOf('.') + 1);
  }

  /** For messages: how many files of each kind. */
  @Override
  public String toString() {
    return new ArrayList<>(List.of(records.size() + " of records", audio.size() + " of audio"))
        .toString();
  }
}
