package com.aftercall.stream.aws;

import com.aftercall.aws.AwsClients;
import com.aftercall.doctor.Finding;
import com.aftercall.stream.KinesisSettings;
import com.aftercall.stream.ServerName;
import com.aftercall.stream.StreamIntake;
import com.aftercall.stream.StreamProgress;
import com.aftercall.stream.spi.RecordSource;
import com.aftercall.stream.spi.SourceState;
import com.aftercall.stream.spi.SourceState.Phase;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.coordinator.WorkerStateChangeListener;

/**
 * A stream of Amazon Kinesis, read with the Kinesis Client Library: the servers that share a
 * database share the shards by leases in DynamoDB, and one takes over what a dead one had.
 */
public final class KinesisSource implements RecordSource {

  private static final Logger log = LoggerFactory.getLogger(KinesisSource.class);
  private static final Duration BEFORE_ANEW = Duration.ofSeconds(30);
  private static final String RIGHTS =
      "kinesis:DescribeStreamSummary, ListShards, GetRecords, GetShardIterator, SubscribeToShard";

  private final KinesisSettings settings;
  private final AwsClients aws;
  private final ServerName server;
  private final StreamIntake intake;
  private final StreamProgress progress;
  private final String stream;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile SourceState state = SourceState.of(Phase.STOPPED);
  private volatile @Nullable Scheduler scheduler;

  /** Connects when it is started, not before. */
  public KinesisSource(
      KinesisSettings settings,
      AwsClients aws,
      ServerName server,
      StreamIntake intake,
      StreamProgress progress) {
    this.settings = settings;
    this.aws = aws;
    this.server = server;
    this.intake = intake;
    this.progress = progress;
    this.stream = Objects.requireNonNull(settings.stream()).strip();
  }

  @Override
  public String name() {
    // arn:partition:kinesis:region:account:stream/name
    return "kinesis:" + stream.substring(stream.indexOf('/') + 1);
  }

  @Override
  public void start() {
    state = SourceState.of(Phase.STARTING);
    Thread.ofPlatform().name("kinesis").daemon().start(this::readUntilStopped);
  }

  private void readUntilStopped() {
    try {
      while (stopping.getCount() > 0) {
        readOnce();
        if (stopping.await(BEFORE_ANEW.toSeconds(), TimeUnit.SECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      state = SourceState.of(Phase.STOPPED);
      ended.countDown();
    }
  }

  /** Returns when it was stopped, or when the library gave up. */
  private void readOnce() {
    state = SourceState.of(Phase.STARTING);
    try (var clients = KinesisClients.connect(aws, settings.retrieval())) {
      var made =
          new KinesisSchedule(settings, stream, server.value())
              .scheduler(
                  clients,
                  () -> new ShardReader(name(), intake, progress, stopping),
                  new Listener());
      scheduler = made;
      if (stopping.getCount() > 0) {
        made.run();
      }
    } catch (RuntimeException e) {
      // The library told the listener the reason already, and throws a failure without one.
      if (state.phase() != Phase.FAILED) {
        failed(e);
      }
    } finally {
      scheduler = null;
    }
  }

  private void failed(Throwable e) {
    if (stopping.getCount() == 0) {
      return;
    }
    state =
        SourceState.failed(
            "The stream cannot be read (%s). %s It is tried again in %d s."
                .formatted(
                    AwsFailure.name(e),
                    AwsFailure.cure(e, "the stream", RIGHTS),
                    BEFORE_ANEW.toSeconds()));
    log.warn("{}: {}", name(), state.message());
  }

  private final class Listener implements WorkerStateChangeListener {
    @Override
    public void onWorkerStateChange(WorkerState now) {
      if (now == WorkerState.STARTED) {
        state = SourceState.of(Phase.READING);
        log.info("{} is read", name());
      }
    }

    @Override
    public void onAllInitializationAttemptsFailed(Throwable e) {
      failed(e);
    }
  }

  @Override
  public void stop(Duration atMost) {
    var running = scheduler;
    stopping.countDown();
    try {
      if (running != null) {
        end(running, atMost.multipliedBy(3).dividedBy(4));
      }
      if (!ended.await(atMost.toMillis() / 4, TimeUnit.MILLISECONDS)) {
        log.warn("{} did not end in time; what it read last is read again", name());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void end(Scheduler running, Duration atMost) throws InterruptedException {
    try {
      running.startGracefulShutdown().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      running.shutdown();
    }
  }

  @Override
  public SourceState state() {
    return state;
  }

  @Override
  public Finding check() {
    var place = "stream " + stream;
    try (var client =
        aws.configure(KinesisClient.builder(), "kinesis")
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(5)))
            .build()) {
      var summary =
          client
              .describeStreamSummary(
                  request ->
                      KinesisSchedule.arn(stream)
                          .ifPresentOrElse(
                              arn -> request.streamARN(arn.toString()),
                              () -> request.streamName(stream)))
              .streamDescriptionSummary();
      var found =
          "It is %s with %d open shards."
              .formatted(summary.streamStatusAsString(), summary.openShardCount());
      return summary.streamStatus() == StreamStatus.ACTIVE
              || summary.streamStatus() == StreamStatus.UPDATING
          ? Finding.ok(place, found)
          : Finding.failed(place, found, "Wait until it is active, or make it again.");
    } catch (SdkException e) {
      return Finding.failed(
          place,
          "It cannot be reached (%s).".formatted(AwsFailure.name(e)),
          AwsFailure.cure(e, "the stream", RIGHTS));
    }
  }
}
