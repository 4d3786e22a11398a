package com.aftercall.stream.kafka;

import com.aftercall.doctor.Finding;
import com.aftercall.stream.KafkaSettings;
import com.aftercall.stream.StreamIntake;
import com.aftercall.stream.StreamProgress;
import com.aftercall.stream.spi.RecordSource;
import com.aftercall.stream.spi.SourceState;
import com.aftercall.stream.spi.SourceState.Phase;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A topic of Apache Kafka, read as a consumer group: its partitions are shared by the servers that
 * share a database, and an offset is noted only when what comes before it is committed.
 */
public final class KafkaSource implements RecordSource {

  private static final Logger log = LoggerFactory.getLogger(KafkaSource.class);
  private static final Duration BEFORE_ANEW = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final KafkaSettings settings;
  private final StreamIntake intake;
  private final StreamProgress progress;
  private final String topic;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile SourceState state = SourceState.of(Phase.STOPPED);
  private volatile @Nullable Consumer<byte[], byte[]> consumer;

  /** Connects when it is started, not before. */
  public KafkaSource(KafkaSettings settings, StreamIntake intake, StreamProgress progress) {
    this.settings = settings;
    this.intake = intake;
    this.progress = progress;
    this.topic = Objects.requireNonNull(settings.topic()).strip();
  }

  @Override
  public String name() {
    return "kafka:" + topic;
  }

  @Override
  public void start() {
    state = SourceState.of(Phase.STARTING);
    Thread.ofPlatform().name("kafka").daemon().start(this::readUntilStopped);
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

  private void readOnce() {
    try (var made = KafkaClients.consumer(settings)) {
      consumer = made;
      var reader = new TopicReader(name(), topic, settings, made, intake, progress);
      reader.subscribe();
      while (stopping.getCount() > 0) {
        if (reader.readOnce()) {
          reading();
        }
      }
    } catch (WakeupException e) {
      log.debug("{} is left", name());
    } catch (RuntimeException e) {
      // Whatever it was: without this thread nobody would read the topic any more.
      failed(e);
    } finally {
      consumer = null;
    }
  }

  private void reading() {
    if (state.phase() != Phase.READING) {
      state = SourceState.of(Phase.READING);
      log.info("{} is read", name());
    }
  }

  private void failed(RuntimeException e) {
    state =
        SourceState.failed(
            "The topic cannot be read (%s). %s It is tried again in %d s."
                .formatted(e.getClass().getSimpleName(), cure(e), BEFORE_ANEW.toSeconds()));
    log.warn("{}: {}", name(), state.message());
  }

  private static String cure(RuntimeException e) {
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
    stopping.countDown();
    var reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
    try {
      if (!ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("{} did not end in time; what it read last is read again", name());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public SourceState state() {
    return state;
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
