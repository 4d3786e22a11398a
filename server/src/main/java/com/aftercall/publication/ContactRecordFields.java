package com.aftercall.publication;

import com.aftercall.transcript.PythonJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of {@code AC_ContactTraceRecord__c} and where in the contact record their values come
 * from. Source: {@code sfContactTraceRecord.py} of amazon-connect-salesforce-lambda v5.26. Like the
 * original, we write nothing of a part that the record does not have; unlike it, we do not give up
 * on a record that lacks a field.
 */
final class ContactRecordFields {

  private static final Map<String, String> TOP =
      paths(
          "AWSAccountId AWSAccountId",
          "AgentConnectionAttempts AgentConnectionAttempts",
          "Channel Channel",
          "ConnectedToSystemTimestamp ConnectedToSystemTimestamp",
          "InitiationTimestamp InitiationTimestamp",
          "InitialContactId InitialContactId",
          "Initiation_Method InitiationMethod",
          "InstanceARN InstanceARN",
          "LastUpdateTimestamp LastUpdateTimestamp",
          "NextContactId NextContactId",
          "PreviousContactId PreviousContactId",
          "DisconnectTimestamp DisconnectTimestamp",
          "DisconnectReason DisconnectReason",
          "TransferCompletedTimestamp TransferCompletedTimestamp");

  private static final Map<String, Map<String, String>> PARTS =
      Map.of(
          "/Agent",
          paths(
              "AfterContactWorkDuration AfterContactWorkDuration",
              "AfterContactWorkEndTimestamp AfterContactWorkEndTimestamp",
              "AfterContactWorkStartTimestamp AfterContactWorkStartTimestamp",
              "AgentConnectedToAgentTimestamp ConnectedToAgentTimestamp",
              "AgentInteractionDuration AgentInteractionDuration",
              "AgentCustomerHoldDuration CustomerHoldDuration",
              "AgentLongestHoldDuration LongestHoldDuration",
              "AgentNumberOfHolds NumberOfHolds",
              "AgentUsername Username"),
          "/Agent/RoutingProfile",
          paths("AgentRoutingProfileARN ARN", "AgentRoutingProfileName Name"),
          "/CustomerEndpoint",
          paths("CustomerEndpointAddress Address"),
          "/Queue",
          paths(
              "QueueARN ARN",
              "QueueDequeueTimestamp DequeueTimestamp",
              "QueueDuration Duration",
              "QueueEnqueueTimestamp EnqueueTimestamp",
              "QueueName Name"),
          "/Recording",
          paths(
              "RecordingLocation Location",
              "RecordingStatus Status",
              "RecordingDeletionReason DeletionReason"),
          "/SystemEndpoint",
          paths("SystemEndpointAddress Address"),
          "/TransferredToEndpoint",
          paths("TransferredToEndpoint Address"));

  private ContactRecordFields() {}

  /** Values by field; nulls are what the record has no value for. */
  static Map<String, @Nullable Object> of(JsonNode record) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    TOP.forEach((field, name) -> fields.put(field, value(record.path(name))));
    PARTS.forEach(
        (path, names) -> {
          var part = record.at(path);
          if (part.isObject() && !part.isEmpty()) {
            names.forEach((field, name) -> fields.put(field, value(part.path(name))));
          }
        });
    if (record.path("Agent").isObject()) {
      fields.put("AgentHierarchyGroup__c", json(record.at("/Agent/HierarchyGroups")));
    }
    fields.put("Attributes__c", json(record.path("Attributes")));
    return fields;
  }

  /** The names of all of them. */
  static Stream<String> names() {
    var ofParts = PARTS.values().stream().flatMap(part -> part.keySet().stream());
    return Stream.of(
            TOP.keySet().stream(), ofParts, Stream.of("AgentHierarchyGroup__c", "Attributes__c"))
        .flatMap(names -> names);
  }

  private static Map<String, String> paths(String... pairs) {
    Map<String, String> paths = new LinkedHashMap<>();
    for (var pair : pairs) {
      var space = pair.indexOf(' ');
      paths.put(pair.substring(0, space) + "__c", pair.substring(space + 1));
    }
    return paths;
  }

  private static @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> null;
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> node.numberValue();
      case OBJECT, ARRAY, POJO, BINARY -> json(node);
    };
  }

  /** As Python's {@code json.dumps} writes it. */
  static @Nullable String json(JsonNode node) {
    return node.isMissingNode() ? null : PythonJson.value(node);
  }
}
