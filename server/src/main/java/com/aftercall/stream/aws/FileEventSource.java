package com.aftercall.stream.aws;

import com.aftercall.aws.AwsClients;
import com.aftercall.doctor.Finding;
import com.aftercall.failure.AftercallException;
import com.aftercall.stream.Delivery;
import com.aftercall.stream.FileEventSettings;
import com.aftercall.stream.RecordFiles;
import com.aftercall.stream.SourceLoop;
import com.aftercall.stream.StreamIntake;
import com.aftercall.stream.StreamProgress;
import com.aftercall.stream.spi.RecordSource;
import com.aftercall.stream.spi.SourceState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
  private final SourceLoop loop;
  private volatile @Nullable Thread waiting;

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
    this.loop = new SourceLoop(name(), BEFORE_ANEW, this::read, FileEventSource::explanation);
  }

  @Override
  public String name() {
    return "queue:" + queue.substring(queue.lastIndexOf('/') + 1);
  }

  @Override
  public void start() {
    loop.start();
  }

  private void read() {
    try (var client = connect()) {
      while (!loop.isStopping()) {
        var messages = receive(client);
        loop.reading();
        progress.note(name(), new StreamProgress.Look("messages", null, null), List.of());
        for (var message : messages) {
          if (!loop.isStopping() && isDone(message)) {
            delete(client, message);
          }
        }
      }
    }
  }

  private List<Message> receive(SqsClient client) {
    waiting = Thread.currentThread();
    try {
      return loop.isStopping()
          ? List.of()
          : client
              .receiveMessage(
                  request ->
                      request
                          .queueUrl(queue)
                          .maxNumberOfMessages(MOST_MESSAGES)
                          .waitTimeSeconds(LONG_POLL_SECONDS))
              .messages();
    } finally {
      waiting = null;
    }
  }

  /** One that cannot be deleted comes again, which does no harm. */
  private void delete(SqsClient client, Message message) {
    try {
      client.deleteMessage(
          request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
    } catch (SdkException e) {
      log.warn(
          "A message of {} could not be deleted ({}); what it tells of is taken once more",
          name(),
          AwsFailure.name(e));
    }
  }

  private SqsClient connect() {
    return aws.configure(SqsClient.builder(), "sqs")
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .socketTimeout(Duration.ofSeconds(LONG_POLL_SECONDS + 4)))
        .build();
  }

  private static String explanation(Throwable e) {
    return "The queue cannot be read (%s). %s"
        .formatted(AwsFailure.name(e), AwsFailure.cure(e, "the queue", RIGHTS));
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
    } catch (RuntimeException e) {
      // Whatever is wrong with this one, the others must not wait for it.
      log.warn(
          "A message of {} waits ({}); it comes again when its visibility timeout is over",
          name(),
          e instanceof AftercallException known ? known.code() : e.getClass().getSimpleName());
      return false;
    }
    progress.note(name(), new StreamProgress.Look("messages", null, null), List.of(delivery));
    return true;
  }

  /** Nothing but waiting for messages is interrupted. */
  @Override
  public void stop(Duration atMost) {
    loop.stop(
        atMost,
        () -> {
          var receiving = waiting;
          if (receiving != null) {
            receiving.interrupt();
          }
        });
  }

  @Override
  public SourceState state() {
    return loop.state();
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
