package com.aftercall.storage.aws;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectLocation;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Says what a failure of Amazon S3 means and what to do about it. All of them may pass: rights are
 * given, keys are enabled, objects are restored, so everything is tried again for a while.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error
 *     responses of Amazon S3</a>
 */
final class S3Failures {

  private static final Set<String> ABOUT_US =
      Set.of(
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "ExpiredToken",
          "InvalidToken",
          "TokenRefreshRequired");

  private S3Failures() {}

  /** The failure to throw when an object could not be read, written, listed or deleted. */
  static RetryableException of(ObjectLocation location, SdkException e) {
    return of(location.bucket(), location.toString(), e);
  }

  /** The same for a bucket as a whole. */
  static RetryableException of(String bucket, SdkException e) {
    return of(bucket, bucket, e);
  }

  private static RetryableException of(String bucket, String what, SdkException e) {
    return refusal(bucket, e)
        .map(
            why ->
                new RetryableException(
                    FailureCode.STORAGE_DENIED, "Amazon S3 refuses %s: %s".formatted(what, why), e))
        .orElseGet(
            () ->
                new RetryableException(
                    FailureCode.STORAGE_UNAVAILABLE,
                    "Amazon S3 failed on %s: %s".formatted(what, name(e)),
                    e));
  }

  /** What S3 calls it, fit to be shown: never its message, which may hold parts of the request. */
  static String name(SdkException e) {
    return e instanceof AwsServiceException answer
        ? "%s, HTTP %d".formatted(code(answer), answer.statusCode())
        : e.getClass().getSimpleName();
  }

  /** Whether there is no such object. */
  static boolean isMissing(AwsServiceException e) {
    // HEAD has no body and so no code; a bucket that is missing looks the same there.
    return e.statusCode() == 404 && !code(e).equals("NoSuchBucket");
  }

  /** Whether a condition that was sent along does not hold. */
  static boolean isConditionFailed(AwsServiceException e) {
    return e.statusCode() == 412;
  }

  /**
   * Why S3 refuses, and the cure.
   *
   * @param what such as {@code access is denied}
   * @param cure such as {@code renew them}
   */
  record Refusal(String what, String cure) {
    @Override
    public String toString() {
      return what + "; " + cure;
    }
  }

  /** Why it was refused and what to do; empty if it was not. */
  static Optional<Refusal> refusal(String bucket, SdkException e) {
    if (e instanceof AwsServiceException answer) {
      return refusal(bucket, answer, code(answer));
    }
    var message = String.valueOf(e.getMessage());
    if (message.contains("Unable to load credentials")) {
      return Optional.of(
          new Refusal(
              "no credentials of AWS were found",
              "give them by environment, profile or the role of the instance"));
    }
    return message.contains("Unable to load region")
        ? Optional.of(new Refusal("no region is known", "set aftercall.aws.region"))
        : Optional.empty();
  }

  private static Optional<Refusal> refusal(String bucket, AwsServiceException e, String code) {
    if (ABOUT_US.contains(code)) {
      return Optional.of(
          new Refusal("our credentials are not good (%s)".formatted(code), "renew them"));
    }
    return switch (code) {
      case "NoSuchBucket" ->
          Optional.of(new Refusal("there is no bucket " + bucket, "correct its name"));
      case "InvalidObjectState" ->
          Optional.of(
              new Refusal("it is archived (storage class Glacier or Deep Archive)", "restore it"));
      case "RequestTimeTooSkewed" ->
          Optional.of(
              new Refusal("this machine's clock is more than 15 minutes off", "set the clock"));
      default -> isAboutItsKey(e, code) ? Optional.of(KEY) : denied(e);
    };
  }

  private static final Refusal KEY =
      new Refusal(
          "its KMS key may not be used",
          "allow kms:Decrypt, and kms:GenerateDataKey where we write, and see that the key is"
              + " enabled");

  private static final Refusal DENIED =
      new Refusal(
          "access is denied",
          "allow s3:GetObject (s3:PutObject, s3:DeleteObject where we write) on it, and"
              + " s3:ListBucket on the bucket, without which an object that is not there yet is"
              + " denied too");

  /** S3 passes on what KMS said; only there the action is named. */
  private static boolean isAboutItsKey(AwsServiceException e, String code) {
    return code.startsWith("KMS.")
        || (e.statusCode() == 403 && String.valueOf(e.getMessage()).contains("kms:"));
  }

  private static Optional<Refusal> denied(AwsServiceException e) {
    return e.statusCode() == 403 || e.statusCode() == 401 ? Optional.of(DENIED) : Optional.empty();
  }

  private static String code(AwsServiceException e) {
    var details = e.awsErrorDetails();
    return details == null || details.errorCode() == null ? "no code" : details.errorCode();
  }
}
