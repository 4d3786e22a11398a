package com.aftercall.stream.kafka;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.stream.spi.History.Mark;
import com.aftercall.stream.spi.History.Span;
import com.aftercall.stream.spi.HistoryReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Reads the partitions of a topic from the first offset whose record has the time or a later one to
 * the first with the other time, as Kafka's index of times has them.
 */
final class TopicHistory implements HistoryReader {

  private static final Duration POLL = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final Function<Throwable, String> explanation;

  /** Where to end, by partition that is not read yet. */
  private final Map<TopicPartition, Long> ends = new HashMap<>();

  /** Those that have nothing for us, to be told in the next answer. */
  private final List<Page> empty = new ArrayList<>();

  /**
   * Finds the places.
   *
   * @param consumer of no group; is closed with this
   * @param explanation what to say of a fault, in sentences
   */
  TopicHistory(
      Consumer<byte[], byte[]> consumer,
      Function<Throwable, String> explanation,
      String topic,
      Span span,
      Map<String, Mark> marks) {
    this.consumer = consumer;
    this.explanation = explanation;
    try {
      asking(
          () -> {
            begin(topic, span, marks);
            return true;
          });
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  private void begin(String topic, Span span, Map<String, Mark> marks) {
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(found -> new TopicPartition(topic, found.partition()))
            .filter(partition -> !marks.getOrDefault(id(partition), new Mark(null, false)).read())
            .toList();
    var last = consumer.endOffsets(partitions);
    var begins =
        span.from() == null
            ? consumer.beginningOffsets(partitions)
            : offsets(partitions, span.from(), last);
    ends.putAll(offsets(partitions, span.until(), last));
    consumer.assign(partitions);
    for (var partition : partitions) {
      var mark = marks.get(id(partition));
      var begin =
          mark == null || mark.place() == null
              ? begins.getOrDefault(partition, 0L)
              : Long.valueOf(Long.parseLong(mark.place()) + 1);
      consumer.seek(partition, begin);
      if (begin >= ends.getOrDefault(partition, 0L)) {
        leave(partition);
        empty.add(
            new Page(id(partition), List.of(), new Mark(mark == null ? null : mark.place(), true)));
      }
    }
  }

  /** The first of that time or later; where there is none, the end. */
  private Map<TopicPartition, Long> offsets(
      List<TopicPartition> partitions, Instant time, Map<TopicPartition, Long> last) {
    var found =
        consumer.offsetsForTimes(
            partitions.stream()
                .collect(Collectors.toMap(Function.identity(), each -> time.toEpochMilli())));
    var offsets = new HashMap<>(last);
    found.forEach(
        (partition, offset) -> {
          if (offset != null) {
            offsets.put(partition, offset.offset());
          }
        });
    return offsets;
  }

  private static String id(TopicPartition partition) {
    return String.valueOf(partition.partition());
  }

  private void leave(TopicPartition partition) {
    ends.remove(partition);
    consumer.pause(List.of(partition));
  }

  @Override
  public boolean hasMore() {
    return !ends.isEmpty() || !empty.isEmpty();
  }

  @Override
  public List<Page> read() {
    var pages = new ArrayList<>(empty);
    empty.clear();
    if (!ends.isEmpty()) {
      var records = asking(() -> consumer.poll(POLL));
      for (var partition : List.copyOf(ends.keySet())) {
        var page = page(partition, ends.getOrDefault(partition, 0L), records);
        if (page.mark().read()) {
          leave(partition);
        }
        if (page.mark().read() || !page.records().isEmpty()) {
          pages.add(page);
        }
      }
    }
    return pages;
  }

  /** The position passes what has no records, such as the ends of transactions. */
  private Page page(TopicPartition partition, long end, ConsumerRecords<byte[], byte[]> records) {
    var wanted =
        records.records(partition).stream().filter(record -> record.offset() < end).toList();
    var position = asking(() -> consumer.position(partition));
    return new Page(
        id(partition),
        TopicReader.deliveries(wanted),
        new Mark(String.valueOf(Math.min(position, end) - 1), position >= end));
  }

  private <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (InterruptException e) {
      throw new RetryableException(FailureCode.INTERRUPTED, "the server is stopped", e);
    } catch (KafkaException e) {
      throw new RetryableException(FailureCode.STREAM_UNAVAILABLE, explanation.apply(e), e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
