package com.aftercall.stream.aws;

import com.aftercall.stream.KinesisSettings;
import com.aftercall.stream.StartPosition;
import java.util.Date;
import java.util.Optional;
import software.amazon.awssdk.arns.Arn;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.common.StreamIdentifier;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.coordinator.WorkerStateChangeListener;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.processor.ShardRecordProcessorFactory;
import software.amazon.kinesis.processor.SingleStreamTracker;
import software.amazon.kinesis.retrieval.RetrievalSpecificConfig;
import software.amazon.kinesis.retrieval.fanout.FanOutConfig;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

/** Our settings in the words of the Kinesis Client Library. */
final class KinesisSchedule {

  private final KinesisSettings settings;
  private final String stream;
  private final String worker;

  KinesisSchedule(KinesisSettings settings, String stream, String worker) {
    this.settings = settings;
    this.stream = stream;
    this.worker = worker;
  }

  /** The stream's ARN, if it was given by that. */
  static Optional<Arn> arn(String stream) {
    return stream.startsWith("arn:") ? Optional.of(Arn.fromString(stream)) : Optional.empty();
  }

  Scheduler scheduler(
      KinesisClients clients,
      ShardRecordProcessorFactory readers,
      WorkerStateChangeListener listener) {
    var configs =
        new ConfigsBuilder(
            new SingleStreamTracker(identifier(), position()),
            settings.application(),
            clients.kinesis(),
            clients.dynamoDb(),
            clients.cloudWatch(),
            worker,
            readers);
    var failoverMillis = settings.failover().toMillis();
    return new Scheduler(
        configs.checkpointConfig(),
        configs
            .coordinatorConfig()
            .workerStateChangeListener(listener)
            // Each has retries of its own and takes half a minute; by default there are 20.
            .maxInitializationAttempts(2),
        // The library sleeps so long after its first look at the shards; by default for a minute.
        // Leases of a dead leader hold up all others: by the library's defaults for two minutes.
        configs
            .leaseManagementConfig()
            .shardSyncIntervalMillis(1_000)
            .failoverTimeMillis(failoverMillis)
            .dynamoDbLockBasedLeaderLeaseDurationInMillis(2 * failoverMillis)
            .dynamoDbLockBasedLeaderHeartbeatPeriodInMillis(failoverMillis * 3 / 5),
        configs.lifecycleConfig(),
        configs.metricsConfig().metricsFactory(new NullMetricsFactory()),
        // Also without records: how late we are is seen so.
        configs.processorConfig().callProcessRecordsEvenForEmptyRecordList(true),
        configs.retrievalConfig().retrievalSpecificConfig(retrieval(clients)));
  }

  private StreamIdentifier identifier() {
    return arn(stream)
        .map(StreamIdentifier::singleStreamInstance)
        .orElseGet(() -> StreamIdentifier.singleStreamInstance(stream));
  }

  @SuppressWarnings("JavaUtilDate") // the library takes no other
  private InitialPositionInStreamExtended position() {
    var start = StartPosition.parse(settings.start());
    if (start.from() != null) {
      return InitialPositionInStreamExtended.newInitialPositionAtTimestamp(Date.from(start.from()));
    }
    return InitialPositionInStreamExtended.newInitialPosition(
        start.kind() == StartPosition.Kind.LATEST
            ? InitialPositionInStream.LATEST
            : InitialPositionInStream.TRIM_HORIZON);
  }

  private RetrievalSpecificConfig retrieval(KinesisClients clients) {
    var name = identifier().streamName();
    return switch (settings.retrieval()) {
      case POLLING -> new PollingConfig(name, clients.kinesis());
      case FAN_OUT -> {
        var fanOut = new FanOutConfig(clients.kinesis());
        fanOut.streamName(name);
        fanOut.applicationName(settings.application());
        yield fanOut;
      }
    };
  }
}
