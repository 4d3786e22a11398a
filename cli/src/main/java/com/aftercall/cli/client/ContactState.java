package com.aftercall.cli.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a contact, or one of its steps, is. */
public enum ContactState {
  /** Not begun, or waiting to be tried again. */
  @JsonProperty("waiting")
  WAITING("waiting"),
  /** Under way. */
  @JsonProperty("running")
  RUNNING("running"),
  /** Done. */
  @JsonProperty("complete")
  COMPLETE("complete"),
  /** Given up; the reason says why. */
  @JsonProperty("failed")
  FAILED("failed"),
  /** Left out, because something before it did not come off. */
  @JsonProperty("skipped")
  SKIPPED("skipped"),
  /** Nobody asked for it. */
  @JsonProperty("notRequested")
  NOT_REQUESTED("not requested"),
  /** A state that a newer server knows and this command line does not. */
  @JsonEnumDefaultValue
  UNKNOWN("unknown");

  private final String words;

  ContactState(String words) {
    this.words = words;
  }

  /** As a person reads it. */
  public String words() {
    return words;
  }

  /** Whether nothing will change by itself any more. */
  public boolean isFinal() {
    return this == COMPLETE || this == FAILED || this == SKIPPED || this == NOT_REQUESTED;
  }
}
