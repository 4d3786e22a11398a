package com.aftercall.aws;

/** Who tests are at AWS: found by the SDK's default chain, as in production. */
public final class TestIdentity {

  public static final String ACCESS_KEY = "AKIDEXAMPLE";
  public static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  private TestIdentity() {}

  /** From now on in this process. */
  public static void take() {
    System.setProperty("aws.accessKeyId", ACCESS_KEY);
    System.setProperty("aws.secretAccessKey", SECRET_KEY);
  }

  /** Nobody again. */
  public static void drop() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }
}
