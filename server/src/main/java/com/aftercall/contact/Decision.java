package com.aftercall.contact;

/**
 * What was decided about one feature of one contact.
 *
 * @param kind the decision
 * @param reason one sentence for people; holds no attribute value, number or address
 */
public record Decision(Kind kind, String reason) {

  /** The kinds of decision. */
  public enum Kind {
    /** It is to be done. */
    DO("do"),
    /** Nobody asked for it. */
    NOT_REQUESTED("notRequested"),
    /** The contact asked, but the operator has it switched off. */
    SWITCHED_OFF("switchedOff"),
    /** Asked for, but there is nothing to do it with, as happens to calls that nobody answered. */
    NOTHING_THERE("refused"),
    /** Asked for, but it cannot be done, and somebody should mend that. */
    REFUSED("refused");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name used in the API. */
    public String label() {
      return label;
    }
  }

  boolean isDo() {
    return kind == Kind.DO;
  }
}
