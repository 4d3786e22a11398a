package com.aftercall.stream;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import com.aftercall.doctor.Finding.Verdict;
import com.aftercall.stream.spi.RecordSource;
import com.aftercall.stream.spi.SourceState.Phase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether the streams can be reached, are read, and how late we are. */
@Component
class StreamCheck implements Check {

  private static final Duration LATE = Duration.ofMinutes(5);

  private final Streams streams;
  private final StreamProgress progress;
  private final RejectedRecords rejectedRecords;
  private final InstantSource clock;

  StreamCheck(
      Streams streams,
      StreamProgress progress,
      RejectedRecords rejectedRecords,
      InstantSource clock) {
    this.streams = streams;
    this.clock = clock;
    this.progress = progress;
    this.rejectedRecords = rejectedRecords;
  }

  @Override
  public String id() {
    return "stream";
  }

  @Override
  public String title() {
    return "Streams of contact records";
  }

  @Override
  public Finding run() {
    var findings = streams.sources().stream().map(this::look).toList();
    if (findings.isEmpty()) {
      return Finding.notUsed(
          "aftercall.stream", "No stream is set; records come by HTTP and through the inbox.");
    }
    return findings.size() == 1 ? findings.getFirst() : together(findings);
  }

  private Finding look(RecordSource source) {
    var reached = source.check();
    if (reached.verdict() != Verdict.OK) {
      return reached;
    }
    var state = source.state();
    if (state.phase() == Phase.FAILED) {
      return Finding.failed(
          reached.lookedAt(), String.valueOf(state.message()), "Do what the message says.");
    }
    var partitions = progress.of(source.name());
    var silent = silence(partitions);
    if (silent.compareTo(LATE) > 0) {
      return Finding.warning(
          reached.lookedAt(),
          "%s Nobody has read it for %d minutes.".formatted(reached.found(), silent.toMinutes()),
          "Look at the log of the servers that read it; start one again.");
    }
    var late = lateness(partitions);
    if (late.compareTo(LATE) > 0) {
      return Finding.warning(
          reached.lookedAt(),
          "%s What is read now came %d minutes ago.".formatted(reached.found(), late.toMinutes()),
          "Wait if it gets less; else start another server or look for slow steps.");
    }
    var rejected = rejectedRecords.countByStream().getOrDefault(source.name(), 0L);
    if (rejected > 0) {
      return Finding.warning(
          reached.lookedAt(),
          "%s %d records are set aside.".formatted(reached.found(), rejected),
          "GET /api/v1/rejected-records says why; retry or dismiss them.");
    }
    return Finding.ok(
        reached.lookedAt(), "%s Reading is %s.".formatted(reached.found(), behind(partitions)));
  }

  private static Duration lateness(List<StreamPartition> partitions) {
    return partitions.stream()
        .map(StreamPartition::behindMillis)
        .filter(Objects::nonNull)
        .map(Duration::ofMillis)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** Since anything of it was read; shards that were split have ended and are silent for good. */
  private Duration silence(List<StreamPartition> partitions) {
    return partitions.stream()
        .map(StreamPartition::readAt)
        .max(Comparator.naturalOrder())
        .map(last -> Duration.between(last, clock.instant()))
        .orElse(Duration.ZERO);
  }

  private static String behind(List<StreamPartition> partitions) {
    var records =
        partitions.stream().map(StreamPartition::behindRecords).filter(Objects::nonNull).toList();
    return records.isEmpty()
        ? "%d s behind".formatted(lateness(partitions).toSeconds())
        : "%d records behind".formatted(records.stream().mapToLong(Long::longValue).sum());
  }

  private static Finding together(List<Finding> findings) {
    var worst =
        Stream.of(Verdict.FAILED, Verdict.WARNING, Verdict.OK)
            .filter(verdict -> findings.stream().anyMatch(f -> f.verdict() == verdict))
            .findFirst()
            .orElse(Verdict.NOT_USED);
    var cures = findings.stream().map(Finding::cure).filter(Objects::nonNull).distinct().toList();
    return new Finding(
        worst,
        findings.stream().map(Finding::lookedAt).collect(Collectors.joining("; ")),
        findings.stream()
            .map(f -> f.lookedAt() + ": " + f.found())
            .collect(Collectors.joining(" ")),
        cures.isEmpty() ? null : String.join(" ", cures));
  }
}
