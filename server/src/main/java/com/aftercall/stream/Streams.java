package com.aftercall.stream;

import com.aftercall.stream.spi.History;
import com.aftercall.stream.spi.RecordSource;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** All sources that are set, from the server's start to its stop. */
public class Streams implements SmartLifecycle {

  private static final Duration STOP = Duration.ofSeconds(8);

  private final List<RecordSource> sources;
  private final StreamProgress progress;
  private final RejectedRecords rejectedRecords;
  private volatile boolean running;

  Streams(List<RecordSource> sources, StreamProgress progress, RejectedRecords rejectedRecords) {
    this.sources = List.copyOf(sources);
    this.progress = progress;
    this.rejectedRecords = rejectedRecords;
  }

  /**
   * One source.
   *
   * @param name such as {@code kinesis:contact-records}
   * @param state of this server's reading: {@code starting}, {@code reading}, {@code failed},
   *     {@code stopped}
   * @param message what is wrong and what will happen next; null if nothing is wrong
   * @param rejected how many records are set aside
   * @param canBackfill whether what it had before can be read once more
   * @param partitions as far as they were ever read, by any server
   */
  public record Report(
      String name,
      String state,
      @Nullable String message,
      long rejected,
      boolean canBackfill,
      List<StreamPartition> partitions) {}

  @Override
  public void start() {
    running = true;
    sources.forEach(RecordSource::start);
  }

  @Override
  public void stop() {
    running = false;
    // At the same time: each may take seconds to note what it has read.
    var stops =
        sources.stream().map(source -> Thread.ofVirtual().start(() -> source.stop(STOP))).toList();
    for (var stop : stops) {
      try {
        stop.join(STOP.plusSeconds(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  List<RecordSource> sources() {
    return sources;
  }

  /**
   * What a stream still has from before.
   *
   * @throws IllegalArgumentException if no such stream is set here, or it keeps nothing
   */
  public History history(String name) {
    return sources.stream()
        .filter(source -> source.name().equals(name))
        .findFirst()
        .flatMap(RecordSource::history)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No stream '%s' is set that could be read once more; GET /api/v1/streams names those that are set."
                        .formatted(name)));
  }

  /** All sources, as they are set. */
  public List<Report> report() {
    var rejected = rejectedRecords.countByStream();
    return sources.stream()
        .map(
            source -> {
              var state = source.state();
              return new Report(
                  source.name(),
                  state.phase().name().toLowerCase(Locale.ROOT),
                  state.message(),
                  rejected.getOrDefault(source.name(), 0L),
                  source.history().isPresent(),
                  progress.of(source.name()));
            })
        .toList();
  }
}
