package com.aftercall.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Queues of Amazon SQS. A message that was received is hidden for its visibility timeout and comes
 * again afterwards, with another receipt handle, until it is deleted; a receive waits for a message
 * as long as it says.
 */
public final class QueueService {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final AwsJsonDouble amazon;
  private final Duration visibility;
  private final Map<String, Queue> queues = new ConcurrentHashMap<>();

  private QueueService(AwsJsonDouble amazon, Duration visibility) {
    this.amazon = amazon;
    this.visibility = visibility;
  }

  /** Queues whose messages are hidden for so long. */
  public static QueueService in(AwsJsonDouble amazon, Duration visibility) {
    var service = new QueueService(amazon, visibility);
    amazon
        .on("ReceiveMessage", request -> service.require(request).receive(request))
        .on("DeleteMessage", request -> service.require(request).delete(request))
        .on("GetQueueAttributes", request -> service.require(request).attributes());
    return service;
  }

  /** Makes a queue. */
  public Queue queue(String name) {
    var queue = new Queue("%s/123456789012/%s".formatted(amazon.address(), name), visibility);
    queues.put(queue.url(), queue);
    return queue;
  }

  private Queue require(ObjectNode request) {
    var queue = queues.get(request.path("QueueUrl").asString());
    if (queue == null) {
      throw new ServiceError(
          400, "QueueDoesNotExist", "The specified queue does not exist for this wsdl version.");
    }
    return queue;
  }

  private static final class Kept {
    private final String id;
    private final String body;
    private int received;
    private long hiddenUntil = System.nanoTime();

    Kept(String id, String body) {
      this.id = id;
      this.body = body;
    }

    String handle() {
      return "%s, the %d. time".formatted(id, received);
    }
  }

  /** One queue. */
  public static final class Queue {

    private final String url;
    private final Duration visibility;
    private final List<Kept> messages = new ArrayList<>();
    private int sent;
    private int receipts;
    private @Nullable Consumer<String> beforeDeletion;

    private Queue(String url, Duration visibility) {
      this.url = url;
      this.visibility = visibility;
    }

    public String url() {
      return url;
    }

    public synchronized void send(String body) {
      sent++;
      messages.add(new Kept("message-" + sent, body));
      notifyAll();
    }

    /** Messages that nobody has deleted. */
    public synchronized int size() {
      return messages.size();
    }

    /** How often messages were handed out. */
    public synchronized int receipts() {
      return receipts;
    }

    /** Is told the body of each message before it is gone. */
    public synchronized void beforeDeletion(@Nullable Consumer<String> onlooker) {
      beforeDeletion = onlooker;
    }

    private synchronized JsonNode receive(ObjectNode request) {
      var most = request.path("MaxNumberOfMessages").asInt(1);
      var end =
          System.nanoTime()
              + Duration.ofSeconds(request.path("WaitTimeSeconds").asInt(0)).toNanos();
      var found = visible(most);
      try {
        while (found.isEmpty() && System.nanoTime() < end) {
          // Messages also come back by time, which nobody tells.
          wait(50);
          found = visible(most);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      var answer = JSON.createObjectNode();
      if (!found.isEmpty()) {
        var list = answer.putArray("Messages");
        found.forEach(message -> handOut(message, list.addObject()));
      }
      return answer;
    }

    private void handOut(Kept message, ObjectNode answer) {
      message.received++;
      receipts++;
      message.hiddenUntil = System.nanoTime() + visibility.toNanos();
      answer
          .put("MessageId", message.id)
          .put("ReceiptHandle", message.handle())
          .put("MD5OfBody", md5(message.body))
          .put("Body", message.body);
    }

    private List<Kept> visible(int most) {
      var now = System.nanoTime();
      return messages.stream().filter(known -> known.hiddenUntil - now <= 0).limit(most).toList();
    }

    private synchronized JsonNode delete(ObjectNode request) {
      var handle = request.path("ReceiptHandle").asString();
      var message =
          messages.stream()
              .filter(known -> known.handle().equals(handle))
              .findFirst()
              .orElseThrow(
                  () -> new ServiceError(400, "ReceiptHandleIsInvalid", "It is not a handle."));
      if (beforeDeletion != null) {
        beforeDeletion.accept(message.body);
      }
      messages.remove(message);
      return JSON.createObjectNode();
    }

    private synchronized JsonNode attributes() {
      var answer = JSON.createObjectNode();
      answer
          .putObject("Attributes")
          .put("ApproximateNumberOfMessages", "" + visible(Integer.MAX_VALUE).size());
      return answer;
    }

    private static String md5(String body) {
      try {
        return HexFormat.of()
            .formatHex(MessageDigest.getInstance("MD5").digest(body.getBytes(UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
