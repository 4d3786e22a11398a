package com.aftercall.transcript.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.aws.AwsJsonDouble;
import com.aftercall.aws.TestIdentity;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JobEventsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
  private final LinkedBlockingQueue<String> deleted = new LinkedBlockingQueue<>();
  private final AwsJsonDouble amazon =
      AwsJsonDouble.of("sqs").on("ReceiveMessage", this::receive).on("DeleteMessage", this::delete);

  @BeforeAll
  static void beSomebody() {
    TestIdentity.take();
  }

  @AfterAll
  static void beNobody() {
    TestIdentity.drop();
  }

  private JsonNode receive(ObjectNode request) {
    var answer = JSON.createObjectNode();
    var body = bodies.poll();
    if (body != null) {
      answer
          .putArray("Messages")
          .addObject()
          .put("MessageId", "1")
          .put("ReceiptHandle", "handle of " + body.length())
          .put("Body", body);
    }
    return answer;
  }

  private JsonNode delete(ObjectNode request) {
    deleted.add(request.path("ReceiptHandle").asString());
    return JSON.createObjectNode();
  }

  private JobEvents events(java.util.function.Consumer<String> ended) {
    return new JobEvents(
        amazon
            .clients()
            .configure(SqsClient.builder(), "sqs")
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            // The digest of a body is the SDK's affair, and the double gives none.
            .checksumValidationEnabled(false)
            .build(),
        amazon.address() + "/123456789012/transcribe-events",
        ended);
  }

  @Test
  void everyEventNamesItsJobAndIsTakenOut() throws InterruptedException {
    bodies.addAll(
        List.of(
            """
            {"detail-type": "Transcribe Job State Change", "source": "aws.transcribe",
             "detail": {"TranscriptionJobName": "4f0e_0123",
                        "TranscriptionJobStatus": "COMPLETED"}}
            """,
            "no JSON",
            "{\"detail\": {}}"));
    var ended = new LinkedBlockingQueue<String>();
    var events = events(ended::add);
    events.start();
    try {
      assertThat(ended.poll(20, TimeUnit.SECONDS)).isEqualTo("4f0e_0123");
      for (var message = 0; message < 3; message++) {
        assertThat(deleted.poll(20, TimeUnit.SECONDS)).startsWith("handle of");
      }
    } finally {
      events.stop();
      amazon.close();
    }
    assertThat(ended).isEmpty();
    assertThat(amazon.faults()).isEmpty();
    assertThat(amazon.requests("ReceiveMessage").getFirst().path("WaitTimeSeconds").asInt())
        .isEqualTo(20);
  }
}
