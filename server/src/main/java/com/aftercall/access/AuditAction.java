package com.aftercall.access;

import java.util.Arrays;

/** What somebody did, or tried to do. */
public enum AuditAction {
  /** Signed in. */
  SIGN_IN("signIn"),
  /** Signed out. */
  SIGN_OUT("signOut"),
  /** Made a link. */
  LINK("link"),
  /** Played a recording: its bytes began to flow. */
  PLAY("play"),
  /** Read a transcript. */
  READ_TRANSCRIPT("readTranscript"),
  /** Saved a file of one contact. */
  DOWNLOAD("download"),
  /** Saved a file of many contacts, or of the audit trail. */
  EXPORT("export"),
  /** Changed something. */
  CHANGE("change"),
  /** Put contacts into the bin, or took them out. */
  DELETE("delete"),
  /** Handed in records or recordings. */
  SUBMIT("submit"),
  /** Read the audit trail. */
  AUDIT("audit"),
  /** Anything else; kept where it was refused. */
  REQUEST("request");

  private final String label;

  AuditAction(String label) {
    this.label = label;
  }

  /** As the API says it. */
  public String label() {
    return label;
  }

  /** The one with this label. */
  public static AuditAction ofLabel(String label) {
    return Arrays.stream(values())
        .filter(action -> action.label.equals(label))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("what is '%s', which is none".formatted(label)));
  }
}
