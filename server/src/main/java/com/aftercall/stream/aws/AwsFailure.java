package com.aftercall.stream.aws;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says in a sentence what AWS refused, and what to do. */
final class AwsFailure {

  private static final int MOST_WRAPPED = 10;

  private AwsFailure() {}

  /** The service's code or the exception's class; both are free of private things. */
  static String name(Throwable failure) {
    var root = root(failure);
    return root instanceof AwsServiceException service
            && service.awsErrorDetails() != null
            && service.awsErrorDetails().errorCode() != null
        ? service.awsErrorDetails().errorCode()
        : root.getClass().getSimpleName();
  }

  /**
   * What to do.
   *
   * @param what the thing that was asked for, such as {@code the stream}
   * @param rights the actions that its policy has to allow
   */
  static String cure(Throwable failure, String what, String rights) {
    var name = name(failure);
    if (name.startsWith("AccessDenied")) {
      return "Allow %s in the policy of the role that this server runs as.".formatted(rights);
    }
    if (name.startsWith("ResourceNotFound")
        || name.contains("NonExistentQueue")
        || name.equals("QueueDoesNotExist")) {
      return "Check the name of %s, aftercall.aws.region and the account.".formatted(what);
    }
    if (name.contains("Token") || name.contains("Signature") || name.contains("UnrecognizedCli")) {
      return "Check the credentials that the AWS SDK finds: environment, profile or instance role.";
    }
    return root(failure) instanceof SdkClientException
        ? "Set aftercall.aws.region, and check credentials and the way to the network of AWS."
        : "It is tried again; if it stays so, look at the service's state in this region.";
  }

  /** The SDK's own, wherever the library that asked wrapped it; else the outermost. */
  private static Throwable root(Throwable failure) {
    var cause = failure;
    for (var depth = 0; depth < MOST_WRAPPED && cause != null; depth++) {
      if (cause instanceof SdkException) {
        return cause;
      }
      cause = cause.getCause();
    }
    return failure;
  }
}
