package com.aftercall.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a record in the org shall hold. Personal data, so its text has names only.
 *
 * @param object which object it is a record of
 * @param fields values by the field's name without namespace; text, number or null
 * @param files its files
 * @param remarks what is left out, a sentence each
 * @param version of the contact record that it was made from
 */
record Draft(
    PublishedObject object,
    Map<String, @Nullable Object> fields,
    List<PublishedFile> files,
    List<String> remarks,
    Instant version) {

  private static final JsonMapper JSON = JsonMapper.shared();

  Draft {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    files = List.copyOf(files);
    remarks = List.copyOf(remarks);
  }

  /** Two drafts with the same one write the same. */
  String fingerprint() {
    return sha256(
        JSON.writeValueAsString(
                List.of(
                    new TreeMap<>(fields),
                    files.stream().map(file -> file.name() + " " + file.fingerprint()).toList()))
            .getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Draft[%s, %s]".formatted(object, fields.keySet());
  }
}
