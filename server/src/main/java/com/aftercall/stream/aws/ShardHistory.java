package com.aftercall.stream.aws;

import com.aftercall.aws.AwsFailures;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.stream.Delivery;
import com.aftercall.stream.spi.History.Mark;
import com.aftercall.stream.spi.History.Span;
import com.aftercall.stream.spi.HistoryReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.kinesis.retrieval.AggregatorUtil;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/**
 * Reads the shards of a stream from a time, each once a second, so that of the five calls and the 2
 * MB a second that all readers of a shard share most is left to them. A shard that was split or
 * merged is read before its children.
 */
final class ShardHistory implements HistoryReader {

  private static final int MOST_RECORDS = 500;
  private static final Duration BETWEEN_CALLS = Duration.ofSeconds(1);
  private static final String RIGHTS = "kinesis:ListShards, GetShardIterator and GetRecords";

  private final KinesisClient client;
  private final String stream;
  private final Span span;
  private final Map<String, Mark> marks;
  private final Map<String, Shard> shards = new LinkedHashMap<>();

  /**
   * Asks for the shards.
   *
   * @param client is closed with this
   * @param stream name or ARN
   */
  ShardHistory(KinesisClient client, String stream, Span span, Map<String, Mark> marks) {
    this.client = client;
    this.stream = stream;
    this.span = span;
    this.marks = marks;
    try {
      list();
    } catch (SdkException e) {
      client.close();
      throw AwsFailures.of(e, "Amazon Kinesis", RIGHTS);
    }
  }

  private static final class Shard {
    private final String id;
    private final List<String> parents;
    private @Nullable String place;
    private @Nullable String iterator;
    private boolean read;
    private long askedAt = System.nanoTime() - BETWEEN_CALLS.toNanos();

    Shard(String id, List<String> parents) {
      this.id = id;
      this.parents = parents;
    }
  }

  private Optional<String> arn() {
    return KinesisSchedule.arn(stream).map(Object::toString);
  }

  private void list() {
    var answer =
        client.listShards(
            request -> arn().ifPresentOrElse(request::streamARN, () -> request.streamName(stream)));
    while (true) {
      for (var shard : answer.shards()) {
        add(
            shard.shardId(),
            Stream.of(shard.parentShardId(), shard.adjacentParentShardId())
                .filter(parent -> parent != null)
                .toList());
      }
      var next = answer.nextToken();
      if (next == null) {
        return;
      }
      answer = client.listShards(request -> request.nextToken(next));
    }
  }

  private void add(String id, List<String> parents) {
    var shard = new Shard(id, parents);
    var mark = marks.get(id);
    if (mark != null) {
      shard.place = mark.place();
      shard.read = mark.read();
    }
    shards.putIfAbsent(id, shard);
  }

  @Override
  public boolean hasMore() {
    return shards.values().stream().anyMatch(shard -> !shard.read);
  }

  @Override
  public List<Page> read() {
    var shard =
        shards.values().stream()
            .filter(known -> !known.read && hasReadParents(known))
            .min(Comparator.comparingLong(known -> known.askedAt))
            .orElseThrow(() -> new IllegalStateException("each shard waits for another"));
    awaitTurn(shard);
    try {
      return List.of(page(shard, ask(shard)));
    } catch (ExpiredIteratorException e) {
      shard.iterator = null;
      return List.of();
    } catch (SdkException e) {
      throw AwsFailures.of(e, "Amazon Kinesis", RIGHTS);
    }
  }

  /** Parents that the stream has no longer count as read. */
  private boolean hasReadParents(Shard shard) {
    return shard.parents.stream()
        .map(shards::get)
        .allMatch(parent -> parent == null || parent.read);
  }

  private static void awaitTurn(Shard shard) {
    try {
      TimeUnit.NANOSECONDS.sleep(BETWEEN_CALLS.toNanos() - (System.nanoTime() - shard.askedAt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetryableException(FailureCode.INTERRUPTED, "the server is stopped", e);
    }
    shard.askedAt = System.nanoTime();
  }

  private GetRecordsResponse ask(Shard shard) {
    var iterator = shard.iterator;
    if (iterator == null) {
      iterator = client.getShardIterator(request -> begin(shard, request)).shardIterator();
    }
    var from = iterator;
    return client.getRecords(
        request -> {
          request.shardIterator(from).limit(MOST_RECORDS);
          arn().ifPresent(request::streamARN);
        });
  }

  private void begin(Shard shard, GetShardIteratorRequest.Builder request) {
    arn().ifPresentOrElse(request::streamARN, () -> request.streamName(stream));
    request.shardId(shard.id);
    if (shard.place != null) {
      request
          .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
          .startingSequenceNumber(shard.place);
    } else if (span.from() != null) {
      request.shardIteratorType(ShardIteratorType.AT_TIMESTAMP).timestamp(span.from());
    } else {
      request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
    }
  }

  private Page page(Shard shard, GetRecordsResponse answer) {
    var records = answer.records();
    var wanted = records.stream().takeWhile(this::isWanted).toList();
    if (!wanted.isEmpty()) {
      shard.place = wanted.getLast().sequenceNumber();
    }
    shard.iterator = answer.nextShardIterator();
    shard.read =
        wanted.size() < records.size()
            || shard.iterator == null
            || (records.isEmpty() && behind(answer) == 0);
    answer.childShards().forEach(child -> add(child.shardId(), child.parentShards()));
    return new Page(shard.id, deliveries(shard.id, wanted), new Mark(shard.place, shard.read));
  }

  /** An answer without records is not the end of a shard as long as it is behind. */
  private static long behind(GetRecordsResponse answer) {
    return answer.millisBehindLatest() == null ? 0 : answer.millisBehindLatest();
  }

  private boolean isWanted(Record record) {
    return time(record).isBefore(span.until());
  }

  private static Instant time(Record record) {
    var time = record.approximateArrivalTimestamp();
    return time == null ? Instant.EPOCH : time;
  }

  private static List<Delivery> deliveries(String shard, List<Record> records) {
    var packed = new ArrayList<KinesisClientRecord>();
    records.forEach(record -> packed.add(KinesisClientRecord.fromRecord(record)));
    return new AggregatorUtil()
        .deaggregate(packed).stream().map(record -> ShardReader.delivery(shard, record)).toList();
  }

  @Override
  public void close() {
    client.close();
  }
}
