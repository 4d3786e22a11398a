package com.aftercall.stream.aws;

import com.aftercall.stream.Delivery;
import com.aftercall.stream.StreamIntake;
import com.aftercall.stream.StreamProgress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.KinesisClientLibException;
import software.amazon.kinesis.exceptions.KinesisClientLibRetryableException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/**
 * Reads one shard for as long as this server has its lease; called by one thread at a time. A
 * checkpoint never passes a record that is not committed.
 */
final class ShardReader implements ShardRecordProcessor {

  private static final Logger log = LoggerFactory.getLogger(ShardReader.class);

  /** A checkpoint is a write to DynamoDB, which costs; what is delivered again does no harm. */
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(1);

  private static final int TRIES_AT_THE_END = 10;

  private final String stream;
  private final StreamIntake intake;
  private final StreamProgress progress;
  private final CountDownLatch stopping;
  private String shard = "";
  private @Nullable Place committed;
  private long checkpointedAt;

  /** The library passes over what it was told to stop with; then no checkpoint may follow. */
  private boolean abandoned;

  ShardReader(
      String stream, StreamIntake intake, StreamProgress progress, CountDownLatch stopping) {
    this.stream = stream;
    this.intake = intake;
    this.progress = progress;
    this.stopping = stopping;
  }

  private record Place(String sequenceNumber, long subSequenceNumber) {}

  @Override
  public void initialize(InitializationInput input) {
    shard = input.shardId();
    checkpointedAt = System.nanoTime();
  }

  @Override
  public void processRecords(ProcessRecordsInput input) {
    if (abandoned) {
      return;
    }
    var records = input.records();
    var deliveries = records.stream().map(record -> delivery(shard, record)).toList();
    if (!records.isEmpty()) {
      if (!intake.takePatiently(stream, deliveries, stopping)) {
        abandoned = true;
        return;
      }
      var last = records.getLast();
      committed = new Place(last.sequenceNumber(), last.subSequenceNumber());
    }
    progress.note(
        stream, new StreamProgress.Look(shard, input.millisBehindLatest(), null), deliveries);
    if (System.nanoTime() - checkpointedAt >= BETWEEN_CHECKPOINTS.toNanos()) {
      checkpoint(input.checkpointer());
    }
  }

  static Delivery delivery(String shard, KinesisClientRecord record) {
    var place =
        record.aggregated()
            ? record.sequenceNumber() + "/" + record.subSequenceNumber()
            : record.sequenceNumber();
    return new Delivery(shard, place, bytes(record.data()), record.approximateArrivalTimestamp());
  }

  private static byte[] bytes(ByteBuffer data) {
    var bytes = new byte[data.remaining()];
    data.duplicate().get(bytes);
    return bytes;
  }

  /** True when there is nothing more to note. */
  private boolean checkpoint(RecordProcessorCheckpointer checkpointer) {
    var place = committed;
    if (place == null || abandoned) {
      return true;
    }
    try {
      checkpointer.checkpoint(place.sequenceNumber(), place.subSequenceNumber());
      committed = null;
      checkpointedAt = System.nanoTime();
      return true;
    } catch (ShutdownException e) {
      log.info("Shard {} of {} is read by another server now", shard, stream);
      committed = null;
      return true;
    } catch (KinesisClientLibException e) {
      log.warn(
          "How far shard {} of {} was read is not noted ({}); it is tried again",
          shard,
          stream,
          e.getClass().getSimpleName());
      return false;
    }
  }

  @Override
  public void leaseLost(LeaseLostInput input) {
    log.info("Shard {} of {} is read by another server now", shard, stream);
  }

  /** A shard that was split or merged; its children are read once this is noted. */
  @Override
  public void shardEnded(ShardEndedInput input) {
    for (var tries = 0; tries < TRIES_AT_THE_END && !abandoned; tries++) {
      try {
        input.checkpointer().checkpoint();
        progress.note(stream, new StreamProgress.Look(shard, 0L, null), List.of());
        return;
      } catch (ShutdownException | InvalidStateException e) {
        log.warn("The end of shard {} of {} is noted by another server", shard, stream);
        return;
      } catch (KinesisClientLibRetryableException e) {
        log.warn(
            "The end of shard {} of {} is not noted ({}); it is tried again in 1 s",
            shard,
            stream,
            e.getClass().getSimpleName());
        pause();
      }
    }
  }

  private void pause() {
    try {
      abandoned = stopping.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abandoned = true;
    }
  }

  @Override
  public void shutdownRequested(ShutdownRequestedInput input) {
    if (!checkpoint(input.checkpointer())) {
      log.warn("What shard {} of {} gave last is read again at the next start", shard, stream);
    }
  }
}
