package com.aftercall.stream.aws;

import com.aftercall.aws.AwsClients;
import com.aftercall.doctor.Finding;
import com.aftercall.failure.RetryableException;
import com.aftercall.stream.Delivery;
import com.aftercall.stream.FileEventSettings;
import com.aftercall.stream.RecordFiles;
import com.aftercall.stream.StreamIntake;
import com.aftercall.stream.StreamProgress;
import com.aftercall.stream.spi.RecordSource;
import com.aftercall.stream.spi.SourceState;
import com.aftercall.stream.spi.SourceState.Phase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A queue of Amazon SQS to which a bucket's events go: each new file is taken whole, then its
 * message is deleted. A message whose file cannot be read yet comes again by itself.
 */
public final class FileEventSource implements RecordSource {

  private static final Logger log = LoggerFactory.getLogger(FileEventSource.class);
  private static final Duration BEFORE_ANEW = Duration.ofSeconds(30);

  /** The longest that the service allows; it ends sooner when a message comes. */
  private static final int LONG_POLL_SECONDS = 15;

  private static final int MOST_MESSAGES = 10;
  private static final String RIGHTS =
      "sqs:ReceiveMessage, DeleteMessage, GetQueueAttributes on the queue";

  private final String queue;
  private final AwsClients aws;
  private final RecordFiles files;
  private final StreamIntake intake;
  private final StreamProgress progress;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile SourceState state = SourceState.of(Phase.STOPPED);
  private volatile @Nullable Thread reader;

  /** Connects when it is started, not before. */
  public FileEventSource(
      FileEventSettings settings,
      AwsClients aws,
      RecordFiles files,
      StreamIntake intake,
      StreamProgress progress) {
    this.queue = Objects.requireNonNull(settings.queue()).strip();
    this.aws = aws;
    this.files = files;
    this.intake = intake;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "queue:" + queue.substring(queue.lastIndexOf('/') + 1);
  }

  @Override
  public void start() {
    state = SourceState.of(Phase.STARTING);
    reader = Thread.ofPlatform().name("files").daemon().start(this::readUntilStopped);
  }

  private void readUntilStopped() {
    try {
      while (stopping.getCount() > 0) {
        readOnce();
        if (stopping.await(BEFORE_ANEW.toSeconds(), TimeUnit.SECONDS)) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    state = SourceState.of(Phase.STOPPED);
  }

  private void readOnce() {
    try (var client = connect()) {
      while (stopping.getCount() > 0) {
        var messages =
            client
                .receiveMessage(
                    request ->
                        request
                            .queueUrl(queue)
                            .maxNumberOfMessages(MOST_MESSAGES)
                            .waitTimeSeconds(LONG_POLL_SECONDS))
                .messages();
        state = SourceState.of(Phase.READING);
        progress.note(name(), new StreamProgress.Look("messages", null, null), List.of());
        for (var message : messages) {
          if (stopping.getCount() > 0 && isDone(message)) {
            client.deleteMessage(
                request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
          }
        }
      }
    } catch (RuntimeException e) {
      // Whatever it was: without this thread nobody would read the queue any more.
      if (stopping.getCount() > 0) {
        failed(e);
      }
    }
  }

  private SqsClient connect() {
    return aws.configure(SqsClient.builder(), "sqs")
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .socketTimeout(Duration.ofSeconds(LONG_POLL_SECONDS + 4)))
        .build();
  }

  private void failed(RuntimeException e) {
    state =
        SourceState.failed(
            "The queue cannot be read (%s). %s It is tried again in %d s."
                .formatted(
                    AwsFailure.name(e),
                    AwsFailure.cure(e, "the queue", RIGHTS),
                    BEFORE_ANEW.toSeconds()));
    log.warn("{}: {}", name(), state.message());
  }

  /** False if it has to come again. */
  private boolean isDone(Message message) {
    var delivery =
        new Delivery(
            "messages", message.messageId(), message.body().getBytes(StandardCharsets.UTF_8), null);
    var written = ObjectEvents.read(message.body());
    try {
      if (written.isEmpty()) {
        // Whoever sends contact records themselves to the queue is served too.
        intake.take(name(), List.of(delivery));
      } else {
        written.get().forEach(file -> files.take(name(), file));
      }
    } catch (RetryableException e) {
      log.warn(
          "A message of {} waits ({}); it comes again when its visibility timeout is over",
          name(),
          e.code());
      return false;
    }
    progress.note(name(), new StreamProgress.Look("messages", null, null), List.of(delivery));
    return true;
  }

  @Override
  public void stop(Duration atMost) {
    stopping.countDown();
    var running = reader;
    if (running != null) {
      running.interrupt();
      try {
        running.join(atMost);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public SourceState state() {
    return state;
  }

  @Override
  public Finding check() {
    var place = "queue " + name().substring("queue:".length());
    try (var client = connect()) {
      var waiting =
          client
              .getQueueAttributes(
                  request ->
                      request
                          .queueUrl(queue)
                          .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
              .attributes()
              .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
      return Finding.ok(place, "About %s messages wait in it.".formatted(waiting));
    } catch (SdkException e) {
      return Finding.failed(
          place,
          "It cannot be reached (%s).".formatted(AwsFailure.name(e)),
          AwsFailure.cure(e, "the queue", RIGHTS));
    }
  }
}
