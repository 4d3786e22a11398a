package com.aftercall.stream.aws;

import com.aftercall.storage.ObjectLocation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what Amazon S3 says of new objects: its own notification (Amazon S3 User Guide, "Event
 * message structure"), the same wrapped by Amazon SNS, or an event of Amazon EventBridge.
 */
final class ObjectEvents {

  private static final JsonMapper JSON = JsonMapper.shared();

  private ObjectEvents() {}

  /** The objects that were written; none for a test event; empty if this is no such message. */
  static Optional<List<ObjectLocation>> read(String message) {
    try {
      return read(JSON.readTree(message));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<List<ObjectLocation>> read(JsonNode root) {
    if (root.path("Type").asString("").equals("Notification")) {
      return read(JSON.readTree(root.path("Message").asString("")));
    }
    if (root.path("Event").asString("").equals("s3:TestEvent")) {
      return Optional.of(List.of());
    }
    if (root.path("source").asString("").equals("aws.s3")) {
      var detail = root.path("detail");
      return Optional.of(
          root.path("detail-type").asString("").equals("Object Created")
              ? List.of(
                  new ObjectLocation(
                      detail.path("bucket").path("name").asString(""),
                      detail.path("object").path("key").asString("")))
              : List.of());
    }
    return root.path("Records").isArray() ? records(root.path("Records")) : Optional.empty();
  }

  private static Optional<List<ObjectLocation>> records(JsonNode records) {
    var written = new ArrayList<ObjectLocation>();
    for (var record : records) {
      if (!record.path("eventSource").asString("").equals("aws:s3")) {
        return Optional.empty();
      }
      if (record.path("eventName").asString("").startsWith("ObjectCreated:")) {
        var s3 = record.path("s3");
        // Encoded as in a form, unlike EventBridge's.
        var key =
            URLDecoder.decode(s3.path("object").path("key").asString(""), StandardCharsets.UTF_8);
        written.add(new ObjectLocation(s3.path("bucket").path("name").asString(""), key));
      }
    }
    return Optional.of(written);
  }
}
