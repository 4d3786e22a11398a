package com.aftercall.cli.ingest;

import com.aftercall.cli.client.Location;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contact record of a recording that came without one.
 *
 * @param language Transcribe's code, such as {@code en-US}
 * @param analysis codes of analyses, such as {@code snt,kw,dl,ne,syn}; empty for none
 * @param transcribe whether a transcript is wanted; without one there is no analysis
 */
public record Invention(
    String language,
    String analysis,
    boolean transcribe,
    @Nullable String agent,
    @Nullable String queue,
    @Nullable String customer) {

  private static final String BUCKET = "uploads";

  /** Namespace of our name-based ids; any constant will do, as long as it stays. */
  private static final UUID NAMESPACE = UUID.fromString("6f1c1a52-5a4e-5d0b-9f53-0c7a1d9be0a1");

  /** The id that this content always gets: a UUID of version 5 (RFC 9562, section 5.5). */
  static String contactIdOf(Path recording) throws IOException {
    var sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .array());
    try (var in = Files.newInputStream(recording)) {
      var buffer = new byte[1 << 16];
      for (var count = in.read(buffer); count > 0; count = in.read(buffer)) {
        sha1.update(buffer, 0, count);
      }
    }
    var hash = ByteBuffer.wrap(sha1.digest());
    var high = (hash.getLong() & ~0xF000L) | 0x5000L;
    var low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  /** Where the recording is stored: under its contact's id, with its own name. */
  static Location locationOf(String contactId, Path recording) {
    var name = Inputs.nameOf(recording).replaceAll("[\\p{Cntrl}\\\\]", "_");
    return new Location(BUCKET, contactId + "/" + name);
  }

  /** The record. Its version is the given time, so that one invented later is newer. */
  Map<String, Object> recordFor(String contactId, Location location, Instant begun, Instant now) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("AWSContactTraceRecordFormatVersion", "2017-03-10");
    record.put("ContactId", contactId);
    record.put("Channel", "VOICE");
    record.put("InitiationTimestamp", begun.truncatedTo(ChronoUnit.SECONDS).toString());
    record.put("LastUpdateTimestamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
    if (agent != null) {
      record.put("Agent", Map.of("Username", agent));
    }
    if (queue != null) {
      record.put("Queue", Map.of("Name", queue));
    }
    if (customer != null) {
      record.put("CustomerEndpoint", Map.of("Address", customer, "Type", "TELEPHONE_NUMBER"));
    }
    record.put("Attributes", attributes());
    record.put(
        "Recording",
        Map.of("Location", location.toString(), "Status", "AVAILABLE", "Type", "AUDIO"));
    return record;
  }

  /** What is asked for, in the attributes that a contact flow would set. */
  Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("postcallRecordingImportEnabled", "true");
    attributes.put("postcallCTRImportEnabled", "true");
    attributes.put("postcallTranscribeEnabled", Boolean.toString(transcribe));
    if (transcribe) {
      attributes.put("postcallTranscribeLanguage", language);
      if (!analysis.isBlank()) {
        attributes.put("postcallTranscribeComprehendAnalysis", analysis);
      }
    }
    return attributes;
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
