package com.aftercall.stream.aws;

import com.aftercall.aws.AwsClients;
import com.aftercall.doctor.Finding;
import com.aftercall.stream.KinesisSettings;
import com.aftercall.stream.ServerName;
import com.aftercall.stream.SourceLoop;
import com.aftercall.stream.StreamIntake;
import com.aftercall.stream.StreamProgress;
import com.aftercall.stream.spi.History;
import com.aftercall.stream.spi.RecordSource;
import com.aftercall.stream.spi.SourceState;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
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

  private static final Duration BEFORE_ANEW = Duration.ofSeconds(30);
  private static final String RIGHTS =
      "kinesis:DescribeStreamSummary, ListShards, GetRecords, GetShardIterator, SubscribeToShard";

  private final KinesisSettings settings;
  private final AwsClients aws;
  private final ServerName server;
  private final StreamIntake intake;
  private final StreamProgress progress;
  private final String stream;
  private final SourceLoop loop;
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
    this.loop = new SourceLoop(name(), BEFORE_ANEW, this::read, KinesisSource::explanation);
  }

  @Override
  public String name() {
    // arn:partition:kinesis:region:account:stream/name
    return "kinesis:" + stream.substring(stream.indexOf('/') + 1);
  }

  @Override
  public void start() {
    loop.start();
  }

  /** Returns when it was stopped, or when the library gave up. */
  private void read() {
    try (var clients = KinesisClients.connect(aws, settings.retrieval())) {
      var made =
          new KinesisSchedule(settings, stream, server.value())
              .scheduler(
                  clients,
                  () -> new ShardReader(name(), intake, progress, loop.stopping()),
                  new Listener());
      scheduler = made;
      if (!loop.isStopping()) {
        made.run();
      }
    } finally {
      scheduler = null;
    }
  }

  private static String explanation(Throwable e) {
    return "The stream cannot be read (%s). %s"
        .formatted(AwsFailure.name(e), AwsFailure.cure(e, "the stream", RIGHTS));
  }

  private final class Listener implements WorkerStateChangeListener {
    @Override
    public void onWorkerStateChange(WorkerState now) {
      if (now == WorkerState.STARTED) {
        loop.reading();
      }
    }

    /** Before the library throws a failure without a reason. */
    @Override
    public void onAllInitializationAttemptsFailed(Throwable e) {
      loop.failed(e);
    }
  }

  @Override
  public void stop(Duration atMost) {
    var running = scheduler;
    loop.stop(
        atMost,
        () -> {
          if (running != null) {
            end(running, atMost.multipliedBy(3).dividedBy(4));
          }
        });
  }

  private static void end(Scheduler running, Duration atMost) {
    try {
      running.startGracefulShutdown().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      running.shutdown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public SourceState state() {
    return loop.state();
  }

  @Override
  public Optional<History> history() {
    return Optional.of(
        (span, marks) -> new ShardHistory(client(Duration.ofSeconds(20)), stream, span, marks));
  }

  private KinesisClient client(Duration longestAnswer) {
    return aws.configure(KinesisClient.builder(), "kinesis")
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(longestAnswer))
        .build();
  }

  @Override
  public Finding check() {
    var place = "stream " + stream;
    try (var client = client(Duration.ofSeconds(5))) {
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
