package com.aftercall.contact;

/** How far a contact is. Written in lower camel case outside. */
public enum ContactState {
  /** Its record is stored; nothing has begun, or something will be tried again later. */
  WAITING("waiting"),
  /** A step is at work. */
  RUNNING("running"),
  /** All that was asked for and could be done is done. */
  COMPLETE("complete"),
  /** Something that was asked for could not be done; the reason says what. */
  FAILED("failed"),
  /** Its attributes or the operator's switches ask for nothing. */
  NOT_REQUESTED("notRequested");

  private final String label;

  ContactState(String label) {
    this.label = label;
  }

  /** The name used in the API and in the database. */
  public String label() {
    return label;
  }

  /** The state with this label; throws {@link IllegalArgumentException} for others. */
  public static ContactState ofLabel(String label) {
    for (var state : values()) {
      if (state.label.equals(label)) {
        return state;
      }
    }
    throw new IllegalArgumentException("'%s' is no contact state".formatted(label));
  }
}
