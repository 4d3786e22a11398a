package com.aftercall.stream.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.storage.ObjectLocation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Messages as the Amazon S3 User Guide shows them, cut to what counts. */
class ObjectEventsTest {

  private static final String NOTIFICATION =
      """
      {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "eu-central-1",
        "eventName": "ObjectCreated:Put", "s3": {"s3SchemaVersion": "1.0", "bucket":
        {"name": "records", "arn": "arn:aws:s3:::records"}, "object":
        {"key": "ctr/2026/11/20/10/a+b%3A%C3%A9.gz", "size": 1024}}},
       {"eventSource": "aws:s3", "eventName": "ObjectRemoved:Delete", "s3": {"bucket":
        {"name": "records"}, "object": {"key": "gone"}}}]}
      """;

  @Test
  void keysOfNotificationsAreDecodedAndDeletionsPassedOver() {
    assertThat(ObjectEvents.read(NOTIFICATION).orElseThrow())
        .containsExactly(new ObjectLocation("records", "ctr/2026/11/20/10/a b:é.gz"));
  }

  @Test
  void notificationInAMessageOfSnsIsTheSame() {
    var wrapped =
        JsonMapper.shared()
            .createObjectNode()
            .put("Type", "Notification")
            .put("Message", NOTIFICATION);

    assertThat(ObjectEvents.read(wrapped.toString())).isEqualTo(ObjectEvents.read(NOTIFICATION));
  }

  @Test
  void keysOfEventBridgeAreTakenAsTheyAre() {
    var event =
        """
        {"version": "0", "source": "aws.s3", "detail-type": "Object Created", "detail":
          {"bucket": {"name": "records"}, "object": {"key": "a+b%3A.gz", "size": 5}}}
        """;

    assertThat(ObjectEvents.read(event).orElseThrow())
        .containsExactly(new ObjectLocation("records", "a+b%3A.gz"));
  }

  @Test
  void testEventNamesNoFile() {
    assertThat(
            ObjectEvents.read(
                    "{\"Service\": \"Amazon S3\", \"Event\": \"s3:TestEvent\", \"Bucket\": \"b\"}")
                .orElseThrow())
        .isEmpty();
  }

  @Test
  void otherMessagesAreNoEvents() {
    assertThat(ObjectEvents.read("{\"ContactId\": \"1\"}")).isEmpty();
    assertThat(ObjectEvents.read("no JSON")).isEmpty();
    assertThat(ObjectEvents.read("{\"Records\": [{\"eventSource\": \"aws:kinesis\"}]}")).isEmpty();
  }
}
