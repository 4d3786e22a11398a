package com.aftercall.transcript.aws;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears from a queue when jobs end: EventBridge sends {@code Transcribe Job State Change} events
 * there. The queue is for this alone, so every message is taken out of it. Whatever goes wrong
 * here, jobs are looked at by the clock as well.
 */
final class JobEvents implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(JobEvents.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final int LONG_POLL_SECONDS = 20;
  private static final int MOST_MESSAGES = 10;

  /** A long poll and some. */
  static final Duration LONGEST_ANSWER = Duration.ofSeconds(LONG_POLL_SECONDS + 10L);

  private static final Duration WAIT_AFTER_FAILURE = Duration.ofSeconds(30);

  private final SqsClient client;
  private final String queue;
  private final Consumer<String> ended;
  private volatile boolean running;
  private Thread thread = Thread.ofVirtual().unstarted(() -> {});

  /** Hears from a queue by its URL; {@code ended} is told the names of jobs. */
  JobEvents(SqsClient client, String queue, Consumer<String> ended) {
    this.client = client;
    this.queue = queue;
    this.ended = ended;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("transcribe-events").start(this::listen);
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
    client.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void listen() {
    while (running) {
      try {
        receive();
      } catch (AbortedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (running && !pause(e)) {
          return;
        }
      }
    }
  }

  private static boolean pause(RuntimeException e) {
    log.warn(
        "The queue of Amazon Transcribe's events cannot be read ({}); it is tried again in {} s, and jobs are looked at meanwhile",
        e instanceof SdkException ? e.getClass().getSimpleName() : e.toString(),
        WAIT_AFTER_FAILURE.toSeconds());
    try {
      Thread.sleep(WAIT_AFTER_FAILURE);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void receive() {
    var answer =
        client.receiveMessage(
            ask ->
                ask.queueUrl(queue)
                    .maxNumberOfMessages(MOST_MESSAGES)
                    .waitTimeSeconds(LONG_POLL_SECONDS));
    for (var message : answer.messages()) {
      take(message);
      client.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
    }
  }

  private void take(Message message) {
    try {
      var event = JSON.readTree(message.body());
      var name = event.path("detail").path("TranscriptionJobName");
      if (name.isString()) {
        ended.accept(name.asString());
      }
    } catch (JacksonException e) {
      log.warn("A message in the queue of Amazon Transcribe's events is no JSON; it is left out");
    }
  }
}
