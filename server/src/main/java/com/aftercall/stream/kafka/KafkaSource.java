package com.aftercall.stream.kafka;

import com.aftercall.doctor.Finding;
import com.aftercall.stream.KafkaSettings;
import com.aftercall.stream.SourceLoop;
import com.aftercall.stream.StreamIntake;
import com.aftercall.stream.StreamProgress;
import com.aftercall.stream.spi.History;
import com.aftercall.stream.spi.RecordSource;
import com.aftercall.stream.spi.SourceState;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/**
 * A topic of Apache Kafka, read as a consumer group: its partitions are shared by the servers that
 * share a database, and an offset is noted only when what comes before it is committed.
 */
public final class KafkaSource implements RecordSource {

  private static final Duration BEFORE_ANEW = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final KafkaSettings settings;
  private final StreamIntake intake;
  private final StreamProgress progress;
  private final String topic;
  private final SourceLoop loop;
  private volatile @Nullable Consumer<byte[], byte[]> consumer;

  /** Connects when it is started, not before. */
  public KafkaSource(KafkaSettings settings, StreamIntake intake, StreamProgress progress) {
    this.settings = settings;
    this.intake = intake;
    this.progress = progress;
    this.topic = Objects.requireNonNull(settings.topic()).strip();
    this.loop = new SourceLoop(name(), BEFORE_ANEW, this::read, KafkaSource::explanation);
  }

  @Override
  public String name() {
    return "kafka:" + topic;
  }

  @Override
  public void start() {
    loop.start();
  }

  private void read() {
    try (var made = KafkaClients.consumer(settings)) {
      consumer = made;
      var reader = new TopicReader(name(), topic, settings, made, intake, progress);
      reader.subscribe();
      while (!loop.isStopping()) {
        if (reader.readOnce()) {
          loop.reading();
        }
      }
    } finally {
      consumer = null;
    }
  }

  private static String explanation(Throwable e) {
    return "The topic cannot be read (%s). %s".formatted(e.getClass().getSimpleName(), cure(e));
  }

  private static String cure(Throwable e) {
    return switch (e) {
      case AuthenticationException denied ->
          "Check the security settings in aftercall.stream.kafka.properties.";
      case AuthorizationException denied ->
          "Allow READ on the topic and on the group to this user.";
      default -> "Check aftercall.stream.kafka.servers and whether the brokers run.";
    };
  }

  @Override
  public void stop(Duration atMost) {
    var reading = consumer;
    loop.stop(
        atMost,
        () -> {
          if (reading != null) {
            reading.wakeup();
          }
        });
  }

  @Override
  public SourceState state() {
    return loop.state();
  }

  @Override
  public Optional<History> history() {
    return Optional.of(
        (span, marks) ->
            new TopicHistory(
                KafkaClients.onlooker(settings), KafkaSource::explanation, topic, span, marks));
  }

  @Override
  public Finding check() {
    var place = "topic %s at %s".formatted(topic, String.join(", ", settings.servers()));
    try (var looking = KafkaClients.consumer(settings)) {
      var partitions = looking.partitionsFor(topic, LOOK).size();
      return partitions == 0
          ? Finding.failed(place, "There is no such topic.", "Make it, or mend the name.")
          : Finding.ok(place, "It has %d partitions.".formatted(partitions));
    } catch (KafkaException e) {
      return Finding.failed(
          place, "It cannot be reached (%s).".formatted(e.getClass().getSimpleName()), cure(e));
    }
  }
}
