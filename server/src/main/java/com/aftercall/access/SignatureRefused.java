package com.aftercall.access;

/** A request whose AWS signature does not hold; told in the words that AWS has for it. */
public final class SignatureRefused extends Exception {

  private static final long serialVersionUID = 1;

  private final String type;

  SignatureRefused(String type, String message) {
    super(message);
    this.type = type;
  }

  /** AWS's name for it, such as {@code InvalidSignatureException}. */
  public String type() {
    return type;
  }

  /** What is wrong and what to do; holds nothing secret. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
