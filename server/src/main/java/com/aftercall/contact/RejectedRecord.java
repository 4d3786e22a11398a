package com.aftercall.contact;

/** Why one contact record cannot be taken. The message begins in the middle of a sentence. */
final class RejectedRecord extends Exception {

  private static final long serialVersionUID = 1;

  RejectedRecord(String reason) {
    super(reason);
  }

  /** Never null. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
