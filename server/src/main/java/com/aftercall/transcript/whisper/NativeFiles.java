package com.aftercall.transcript.whisper;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Takes the shared libraries that suit this machine out of whisper-jni's jar. */
final class NativeFiles {

  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  private NativeFiles() {}

  /** For the life of the process; the files themselves are gone afterwards. */
  static SymbolLookup load() throws IOException {
    Path folder = Files.createTempDirectory("aftercall-whisper");
    try {
      Choice choice = choose();
      copy(choice.folder() + choice.ggml(), folder.resolve(choice.ggmlName()));
      Path whisper = copy(choice.folder() + choice.whisper(), folder.resolve(choice.whisper()));
      // The second finds the first beside it.
      return SymbolLookup.libraryLookup(whisper, Arena.global());
    } finally {
      deleteAll(folder);
    }
  }

  private static Choice choose() throws IOException {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    boolean intel = processor.equals("amd64") || processor.equals("x86_64");
    if (system.contains("linux") && (intel || arm)) {
      return linux(intel, features());
    }
    if (system.contains("mac") && (intel || arm)) {
      return new Choice(
          intel ? "/macos-amd64/" : "/macos-arm64/",
          "libwhisper.1.dylib",
          "libggml.dylib",
          "libggml.dylib");
    }
    throw new IOException("there is none for " + system + " on " + processor);
  }

  private static Choice linux(boolean intel, List<String> features) {
    String ggml = "libggml.so";
    if (intel && features.containsAll(List.of("avx", "avx2", "fma", "f16c"))) {
      ggml = "libggml+mf16c+mfma+mavx+mavx2.so";
    } else if (!intel) {
      ggml = features.contains("fphp") ? "libggml+fp16.so" : "libggml+crc.so";
    }
    return new Choice(
        intel ? "/debian-amd64/" : "/debian-arm64/", "libwhisper.so.1", ggml, "libggml.so");
  }

  private static List<String> features() throws IOException {
    if (!Files.isReadable(PROCESSOR)) {
      return List.of();
    }
    return Files.readAllLines(PROCESSOR).stream()
        .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
        .findFirst()
        .map(line -> List.of(line.substring(line.indexOf(':') + 1).strip().split(" ")))
        .orElse(List.of());
  }

  private static Path copy(String resource, Path target) throws IOException {
    try (var in = NativeFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("jar has no " + resource);
      }
      Files.copy(in, target);
    }
    return target;
  }

  private static void deleteAll(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** Names in the jar, and the one under which the libraries look for ggml. */
  private record Choice(String folder, String whisper, String ggml, String ggmlName) {}
}
