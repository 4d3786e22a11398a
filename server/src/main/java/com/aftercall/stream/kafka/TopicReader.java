package com.aftercall.stream.kafka;

import com.aftercall.failure.RetryableException;
import com.aftercall.stream.Delivery;
import com.aftercall.stream.KafkaSettings;
import com.aftercall.stream.StartPosition;
import com.aftercall.stream.StreamIntake;
import com.aftercall.stream.StreamProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the partitions that the group gives to this server; used by one thread. */
final class TopicReader {

  private static final Logger log = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final String stream;
  private final String topic;
  private final StartPosition start;
  private final Consumer<byte[], byte[]> consumer;
  private final StreamIntake intake;
  private final StreamProgress progress;
  private Duration wait = Duration.ZERO;
  private long pausedAt;

  TopicReader(
      String stream,
      String topic,
      KafkaSettings settings,
      Consumer<byte[], byte[]> consumer,
      StreamIntake intake,
      StreamProgress progress) {
    this.stream = stream;
    this.topic = topic;
    this.start = StartPosition.parse(settings.start());
    this.consumer = consumer;
    this.intake = intake;
    this.progress = progress;
  }

  void subscribe() {
    consumer.subscribe(
        List.of(topic),
        new ConsumerRebalanceListener() {
          @Override
          public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            log.info("{}: {} partitions are given back", stream, partitions.size());
          }

          @Override
          public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            log.info("{}: {} partitions are read here", stream, partitions.size());
            begin(partitions);
          }
        });
  }

  /** At the time that was set, where nobody has noted anything yet. */
  private void begin(Collection<TopicPartition> partitions) {
    var from = start.from();
    if (from == null) {
      return;
    }
    var noted = consumer.committed(new HashSet<>(partitions));
    var times =
        partitions.stream()
            .filter(partition -> noted.get(partition) == null)
            .collect(Collectors.toMap(partition -> partition, partition -> from.toEpochMilli()));
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found == null) {
                consumer.seekToEnd(List.of(partition));
              } else {
                consumer.seek(partition, found.offset());
              }
            });
  }

  /** Polls once; true if the group has given partitions to this server. */
  boolean readOnce() {
    if (!wait.isZero() && System.nanoTime() - pausedAt >= wait.toNanos()) {
      consumer.resume(consumer.paused());
    }
    var records = consumer.poll(POLL);
    var taken = records.isEmpty() || take(records);
    for (var partition : consumer.assignment()) {
      var behind = consumer.currentLag(partition);
      progress.note(
          stream,
          new StreamProgress.Look(
              String.valueOf(partition.partition()),
              null,
              behind.isPresent() ? behind.getAsLong() : null),
          taken ? deliveries(records.records(partition)) : List.of());
    }
    return !consumer.assignment().isEmpty();
  }

  private boolean take(ConsumerRecords<byte[], byte[]> records) {
    try {
      for (var partition : records.partitions()) {
        intake.take(stream, deliveries(records.records(partition)));
      }
      wait = Duration.ZERO;
      commit(records.nextOffsets());
      return true;
    } catch (RetryableException e) {
      goBack(records);
      log.warn(
          "{} records of {} wait ({}); they are tried again in {} s",
          records.count(),
          stream,
          e.getMessage(),
          wait.toSeconds());
      return false;
    }
  }

  private void commit(Map<TopicPartition, OffsetAndMetadata> next) {
    try {
      consumer.commitSync(next);
    } catch (CommitFailedException | RebalanceInProgressException e) {
      // Another server has the partitions, or will; what was taken is delivered once more.
      log.info("{}: what was read is noted by the next reader", stream);
    }
  }

  /**
   * Back to the first that is not committed. Polling goes on without records meanwhile: a consumer
   * that does not poll for five minutes is thrown out of its group.
   */
  private void goBack(ConsumerRecords<byte[], byte[]> records) {
    records
        .partitions()
        .forEach(
            partition -> consumer.seek(partition, records.records(partition).getFirst().offset()));
    consumer.pause(consumer.assignment());
    var longer = wait.isZero() ? Duration.ofSeconds(1) : wait.multipliedBy(2);
    wait = longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
    pausedAt = System.nanoTime();
  }

  static List<Delivery> deliveries(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(TopicReader::delivery).toList();
  }

  private static Delivery delivery(ConsumerRecord<byte[], byte[]> record) {
    return new Delivery(
        String.valueOf(record.partition()),
        String.valueOf(record.offset()),
        record.value() == null ? new byte[0] : record.value(),
        record.timestamp() < 0 ? null : Instant.ofEpochMilli(record.timestamp()));
  }
}
