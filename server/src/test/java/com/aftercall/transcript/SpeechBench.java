package com.aftercall.transcript;

import com.aftercall.recording.AudioChannel;
import com.aftercall.recording.AudioStream;
import com.aftercall.transcript.sphinx.SphinxEngine;
import com.aftercall.transcript.spi.SpeechStretch;
import com.aftercall.transcript.spi.TranscriptionEngine;
import com.aftercall.transcript.whisper.WhisperEngine;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Measures an engine as the server uses it: detector, resampler and all. Started by {@code
 * bench/speech/run.sh}, which says what the arguments are; prints {@code name value unit} lines.
 */
final class SpeechBench {

  private static final LanguageCode AMERICAN = new LanguageCode("en-US");

  private final PrintStream out = System.out;
  private final TranscriptionEngine engine;
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private SpeechBench(TranscriptionEngine engine) {
    this.engine = engine;
  }

  /** Arguments: engine (sphinx, or a model file), folder of clips, folder of calls, every nth. */
  public static void main(String[] args) throws IOException {
    TranscriptionEngine engine =
        args[0].equals("sphinx")
            ? new SphinxEngine()
            : new WhisperEngine(Path.of(args[0]), Runtime.getRuntime().availableProcessors());
    new SpeechBench(engine).run(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
  }

  private void run(Path clips, Path calls, int every) throws IOException {
    long start = System.nanoTime();
    try (var session = engine.open(AMERICAN)) {
      session.transcribe(new SpeechStretch(Duration.ZERO, new short[1_600], 16_000));
    }
    print("load", "", (System.nanoTime() - start) / 1e9, "s");
    if (Files.exists(clips.resolve("clips.tsv"))) {
      for (String category : List.of("clean", "nb8", "call8")) {
        measure(category, clips(clips, category, every));
      }
    } else {
      out.println("# no clips at " + clips);
    }
    if (Files.isDirectory(calls)) {
      for (Path call : folders(calls)) {
        measure("demo_" + call.getFileName(), call(call));
      }
    } else {
      out.println("# no demo calls at " + calls);
    }
    print("peak_memory", "", peakMegabytes(), "MB");
  }

  private static List<Item> clips(Path folder, String category, int every) throws IOException {
    List<Item> items = new ArrayList<>();
    List<String> lines = Files.readAllLines(folder.resolve("clips.tsv"));
    for (int i = 1; i < lines.size(); i += every) {
      String[] row = lines.get(i).split("\t");
      if (row[7].equals("en") && row[8].equals(category) && row[5].equals("1")) {
        items.add(new Item(folder.resolve(row[0]), 0, words(row[1])));
      }
    }
    return items;
  }

  private static List<Item> call(Path folder) throws IOException {
    List<Item> items = new ArrayList<>();
    List<String> lines = Files.readAllLines(folder.resolve("script.tsv"));
    List<String> speakers = List.of("customer", "agent");
    for (int channel = 0; channel < speakers.size(); channel++) {
      String speaker = speakers.get(channel);
      String said =
          lines.stream()
              .map(line -> line.split("\t"))
              .filter(row -> row[0].equalsIgnoreCase(speaker))
              .map(row -> row[3])
              .collect(Collectors.joining(" "));
      items.add(new Item(folder.resolve("recording.wav"), channel, words(said)));
    }
    return items;
  }

  private void measure(String name, List<Item> items) throws IOException {
    int errors = 0;
    int spoken = 0;
    double seconds = 0;
    long before = system.getProcessCpuTime();
    for (Item item : items) {
      try (AudioStream stream = BenchAudio.open(item.file())) {
        ChannelSpeech speech =
            new ChannelSpeech(
                stream, new AudioChannel(item.channel()), engine.description().sampleRateHz());
        List<String> heard = hear(speech);
        errors += distance(item.words(), heard);
        spoken += item.words().size();
        seconds += speech.position().toMillis() / 1000.0;
      }
    }
    if (!items.isEmpty()) {
      print(name, "_audio", seconds, "s");
      print(name, "_words", spoken, "words");
      print(name, "_word_error", 100.0 * errors / spoken, "percent");
      print(name, "_cpu", (system.getProcessCpuTime() - before) / 1e9 / seconds, "s/s");
    }
  }

  private List<String> hear(ChannelSpeech speech) {
    StringBuilder text = new StringBuilder();
    try (var session = engine.open(AMERICAN)) {
      speech.forEachRemaining(
          stretch -> session.transcribe(stretch).forEach(i -> text.append(i.text()).append(' ')));
    }
    return words(text.toString());
  }

  /** Small letters and digits, as data/speech/README.md asks. */
  private static List<String> words(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT).replace("'", "").replaceAll("[^a-z0-9]+", " ").strip();
    return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
  }

  /** Words to change, add or take away. */
  private static int distance(List<String> spoken, List<String> heard) {
    int[] row = new int[heard.size() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= spoken.size(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (spoken.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, changed);
      }
    }
    return row[row.length - 1];
  }

  private static List<Path> folders(Path parent) throws IOException {
    try (var entries = Files.list(parent)) {
      return entries.filter(entry -> Files.exists(entry.resolve("script.tsv"))).sorted().toList();
    }
  }

  private static double peakMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024.0;
  }

  private void print(String what, String suffix, double value, String unit) {
    out.printf(
        Locale.ROOT,
        "speech_%s_%s%s %.2f %s%n",
        engine.description().name(),
        what,
        suffix,
        value,
        unit);
  }

  private record Item(Path file, int channel, List<String> words) {}
}
