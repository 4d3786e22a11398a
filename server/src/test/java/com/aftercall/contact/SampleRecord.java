package com.aftercall.contact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The invented contact record of the specification, to be changed field by field. */
public final class SampleRecord {

  public static final String ID = "3f2a9c10-7b4e-4d5a-9c33-0a1b2c3d4e5f";
  public static final String LOCATION =
      "amazon-connect-0123456789ab/connect/demo-contact-centre/CallRecordings/2026/03/12/"
          + ID
          + "_20260312T10:04_UTC.wav";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ObjectNode root;

  private SampleRecord(ObjectNode root) {
    this.root = root;
  }

  /** A call that an agent answered, recorded, with everything switched on but custom entities. */
  public static SampleRecord asGiven() {
    var file = SampleRecord.class.getResourceAsStream("/contact/contact-record-sample.json");
    if (file == null) {
      throw new IllegalStateException("the sample is not on the class path");
    }
    try (file) {
      return new SampleRecord((ObjectNode) JSON.readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same contact center, another contact, and nothing asked for. */
  public static SampleRecord of(String contactId) {
    return asGiven().with("ContactId", contactId).with("Attributes", Map.of());
  }

  /** Any value that JSON has; null stands for JSON's null. */
  public SampleRecord with(String field, @Nullable Object value) {
    root.set(field, JSON.valueToTree(value));
    return this;
  }

  public SampleRecord without(String field) {
    root.remove(field);
    return this;
  }

  public SampleRecord attribute(String key, String value) {
    ((ObjectNode) root.path("Attributes")).put(key, value);
    return this;
  }

  public SampleRecord withoutAttribute(String key) {
    ((ObjectNode) root.path("Attributes")).remove(key);
    return this;
  }

  /** Both fields that name the recording. */
  public SampleRecord recordedAt(String location) {
    ((ObjectNode) root.path("Recording")).put("Location", location);
    ((ObjectNode) root.path("Recordings").path(0)).put("Location", location);
    return this;
  }

  public SampleRecord lastUpdate(String time) {
    return with("LastUpdateTimestamp", time);
  }

  /** On one line. */
  public String json() {
    return JSON.writeValueAsString(root);
  }

  public String prettyJson() {
    return root.toPrettyString();
  }

  ContactRecord read() throws RejectedRecord {
    return ContactRecordFormat.read(json().getBytes(StandardCharsets.UTF_8));
  }
}
