package com.aftercall.access.openid;

/** A sign-in that cannot go on; the message is a sentence for the person at the browser. */
public final class SignInFailed extends Exception {

  private static final long serialVersionUID = 1;

  SignInFailed(String sentence) {
    super(sentence);
  }

  SignInFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** What is wrong; holds nothing of the provider's answer. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
