package com.aftercall.aws;

import com.aftercall.failure.AftercallException;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Decides what an error of the AWS SDK means for us. What a service says about a request is left
 * out, as it may quote what was said in a contact; its error code stands for it.
 */
public final class AwsFailures {

  private static final Set<String> UNKNOWN_IDENTITY =
      Set.of(
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "SignatureDoesNotMatch",
          "IncompleteSignature",
          "MissingAuthenticationToken");

  private AwsFailures() {}

  /**
   * The failure as one of ours: retryable with {@code AWS_UNAVAILABLE}, permanent with {@code
   * AWS_REFUSED}.
   *
   * @param service as people call it, such as {@code Amazon Transcribe}
   * @param permission that the call needs, such as {@code transcribe:StartTranscriptionJob}
   */
  public static AftercallException of(SdkException e, String service, String permission) {
    if (!(e instanceof AwsServiceException answer)) {
      return unavailable(
          "%s could not be reached, or who we are at AWS could not be found out (%s)"
              .formatted(service, e.getClass().getSimpleName()),
          e);
    }
    var code = code(answer);
    if (answer.isThrottlingException()) {
      return unavailable("%s takes no more requests for now (%s)".formatted(service, code), e);
    }
    if (answer.isClockSkewException()) {
      return unavailable("%s finds that our clock is wrong (%s)".formatted(service, code), e);
    }
    if (code.startsWith("ExpiredToken")) {
      return unavailable("our credentials for %s are over (%s)".formatted(service, code), e);
    }
    if (answer.statusCode() >= 500) {
      return unavailable("%s is out of order (%s)".formatted(service, code), e);
    }
    if (code.startsWith("AccessDenied")) {
      return refused("%s: this is not allowed; allow %s".formatted(service, permission), e);
    }
    return UNKNOWN_IDENTITY.contains(code)
        ? refused(
            "%s does not know the credentials that the AWS SDK found (%s)".formatted(service, code),
            e)
        : refused("%s refused %s (%s)".formatted(service, permission, code), e);
  }

  /** The service's code of its error, or {@code HTTP} and the status where it gave none. */
  public static String code(AwsServiceException e) {
    var details = e.awsErrorDetails();
    return details == null || details.errorCode() == null
        ? "HTTP " + e.statusCode()
        : details.errorCode();
  }

  private static RetryableException unavailable(String message, SdkException e) {
    return new RetryableException(FailureCode.AWS_UNAVAILABLE, message + "; it is tried again", e);
  }

  private static PermanentException refused(String message, SdkException e) {
    return new PermanentException(FailureCode.AWS_REFUSED, message, e);
  }
}
