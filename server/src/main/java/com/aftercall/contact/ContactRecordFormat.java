package com.aftercall.contact;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads Amazon Connect's contact record. Source: Administrator Guide, "Data model for Amazon
 * Connect contact records". Missing and null mean the same; unknown fields and values are no fault;
 * a field of the wrong kind is one, because guessing there would switch the wrong things on.
 */
final class ContactRecordFormat {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  private ContactRecordFormat() {}

  /**
   * Reads one record.
   *
   * @throws RejectedRecord if it is no JSON object, has no usable {@code ContactId}, or has a field
   *     of the wrong kind; the message never quotes a value other than an id
   */
  static ContactRecord read(byte[] json) throws RejectedRecord {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JacksonException e) {
      throw invalid(e.getLocation());
    }
    if (!root.isObject()) {
      throw new RejectedRecord(
          "it is a JSON %s; a contact record is an object".formatted(kind(root)));
    }
    return read(root);
  }

  /** The parser names no place where a document is nested too deeply or holds too long a number. */
  private static RejectedRecord invalid(@Nullable TokenStreamLocation at) {
    return at == null
        ? new RejectedRecord("it is no JSON that can be read, being too deep or too long in a part")
        : new RejectedRecord(
            "it is no valid JSON, from line %d, column %d; send it whole"
                .formatted(at.getLineNr(), at.getColumnNr()));
  }

  private static ContactRecord read(JsonNode root) throws RejectedRecord {
    var agent = object(root, "Agent");
    var connected = agent == null ? null : time(agent, "ConnectedToAgentTimestamp");
    var queue = object(root, "Queue");
    var customer = object(root, "CustomerEndpoint");
    var channel = text(root, "Channel");
    var recording = object(root, "Recording");
    return new ContactRecord(
        contactId(root),
        version(root, agent),
        channel == null ? "VOICE" : channel,
        time(root, "InitiationTimestamp"),
        customer == null ? null : text(customer, "Address"),
        agent == null ? null : text(agent, "Username"),
        connected != null,
        queue == null ? null : text(queue, "Name"),
        agent == null ? Holds.NONE : holds(agent),
        text(root, "InstanceARN"),
        new ContactRecord.Chain(
            id(root, "InitialContactId"), id(root, "PreviousContactId"), id(root, "NextContactId")),
        attributes(root),
        recording == null || recording.isEmpty() ? null : reference(recording, "Type"),
        recordings(root));
  }

  private static ContactId contactId(JsonNode root) throws RejectedRecord {
    var id = id(root, "ContactId");
    if (id == null) {
      throw new RejectedRecord("it has no ContactId; every contact record needs one");
    }
    return id;
  }

  private static @Nullable ContactId id(JsonNode root, String field) throws RejectedRecord {
    var text = text(root, field);
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return new ContactId(text);
    } catch (IllegalArgumentException e) {
      throw new RejectedRecord("its %s is not usable: %s".formatted(field, e.getMessage()));
    }
  }

  /** PostgreSQL keeps microseconds; what it cannot keep must not decide which copy is newer. */
  private static Instant version(JsonNode root, @Nullable JsonNode agent) throws RejectedRecord {
    var stated = time(root, "LastUpdateTimestamp");
    if (stated != null) {
      return stated.truncatedTo(ChronoUnit.MICROS);
    }
    return Stream.of(
            agent == null ? null : time(agent, "AfterContactWorkEndTimestamp"),
            time(root, "DisconnectTimestamp"),
            time(root, "InitiationTimestamp"))
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH)
        .truncatedTo(ChronoUnit.MICROS);
  }

  /** Nothing is switched by these, so a field of the wrong kind counts as missing. */
  private static Holds holds(JsonNode agent) {
    return new Holds(
        (int) count(agent, "NumberOfHolds"),
        Duration.ofSeconds(count(agent, "CustomerHoldDuration")),
        Duration.ofSeconds(count(agent, "LongestHoldDuration")));
  }

  private static long count(JsonNode parent, String field) {
    return Math.max(0, parent.path(field).asInt(0));
  }

  private static ContactAttributes attributes(JsonNode root) throws RejectedRecord {
    var node = object(root, "Attributes");
    Map<String, String> values = new HashMap<>();
    if (node != null) {
      for (var entry : node.properties()) {
        if (entry.getValue().isContainer()) {
          throw new RejectedRecord(
              "attribute '%s' is a JSON %s; attributes are text"
                  .formatted(entry.getKey(), kind(entry.getValue())));
        }
        if (!entry.getValue().isNull()) {
          values.put(entry.getKey(), entry.getValue().asString());
        }
      }
    }
    return new ContactAttributes(values);
  }

  private static List<RecordingReference> recordings(JsonNode root) throws RejectedRecord {
    var node = root.path("Recordings");
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      throw wrongKind("Recordings", node, "an array");
    }
    var references = new java.util.ArrayList<RecordingReference>();
    for (var entry : node) {
      if (!entry.isObject()) {
        throw wrongKind("Recordings[%d]".formatted(references.size()), entry, "an object");
      }
      references.add(reference(entry, "MediaStreamType"));
    }
    return references;
  }

  private static RecordingReference reference(JsonNode node, String typeField)
      throws RejectedRecord {
    return new RecordingReference(
        text(node, "Location"),
        text(node, "Status"),
        text(node, typeField),
        text(node, "ParticipantType"),
        text(node, "StorageType"),
        text(node, "DeletionReason"));
  }

  private static @Nullable JsonNode object(JsonNode parent, String field) throws RejectedRecord {
    var node = parent.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isObject()) {
      throw wrongKind(field, node, "an object");
    }
    return node;
  }

  private static @Nullable String text(JsonNode parent, String field) throws RejectedRecord {
    var node = parent.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      throw wrongKind(field, node, "text");
    }
    return node.stringValue();
  }

  private static @Nullable Instant time(JsonNode parent, String field) throws RejectedRecord {
    var text = text(parent, field);
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      var time = OffsetDateTime.parse(text.strip());
      if (time.getYear() >= 1 && time.getYear() <= 9999) {
        return time.toInstant();
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    // Years of more than four digits too: the database refuses them, and the whole batch with them.
    throw new RejectedRecord("%s is no time of the form 2026-03-12T10:04:11Z".formatted(field));
  }

  private static RejectedRecord wrongKind(String field, JsonNode node, String expected) {
    return new RejectedRecord(
        "%s is a JSON %s; it must be %s".formatted(field, kind(node), expected));
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NUMBER -> "number";
      case STRING -> "text";
      case OBJECT, POJO -> "object";
      case NULL -> "null";
      case BINARY, MISSING -> "value";
    };
  }
}
