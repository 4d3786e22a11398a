package com.aftercall.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may be allowed to do, beside seeing that a contact is there. */
public enum Permission {
  /** Hear recordings and see their waveforms. */
  LISTEN("listen"),
  /** Read and search what was said, and the phrases and entities found in it. */
  READ_TRANSCRIPT("readTranscript"),
  /** Save a recording or a transcript as a file. */
  DOWNLOAD("download"),
  /** Save many contacts as a file. */
  EXPORT("export"),
  /** Comment, correct, swap channels, run again. */
  ANNOTATE("annotate"),
  /** Put into the bin and take out of it. */
  DELETE("delete"),
  /** Hand in records and recordings. */
  SUBMIT("submit"),
  /** Make links by which others hear or read one contact. */
  LINK("link"),
  /** Hear and save recordings that are not redacted; without it only redacted ones. */
  UNREDACTED("unredacted"),
  /** Read the audit trail. */
  AUDIT("audit"),
  /** Users, tokens, keys, credentials, models; who has it can give himself the others. */
  ADMINISTER("administer");

  private final String label;

  Permission(String label) {
    this.label = label;
  }

  /** As the API says it. */
  public String label() {
    return label;
  }

  /** The one with this label. */
  public static Permission ofLabel(String label) {
    return Arrays.stream(values())
        .filter(permission -> permission.label.equals(label))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there is no permission '%s'".formatted(label)));
  }

  static Set<Permission> ofLabels(String[] labels) {
    return Arrays.stream(labels)
        .map(Permission::ofLabel)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
  }
}
