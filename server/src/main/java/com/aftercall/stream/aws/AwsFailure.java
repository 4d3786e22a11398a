package com.aftercall.stream.aws;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Says in a sentence what AWS refused, and what to do. */
final class AwsFailure {

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
    if (name.startsWith("ResourceNotFound") || name.contains("NonExistentQueue")) {
      return "Check the name of %s, aftercall.aws.region and the account.".formatted(what);
    }
    if (name.contains("Token") || name.contains("Signature") || name.contains("UnrecognizedCli")) {
      return "Check the credentials that the AWS SDK finds: environment, profile or instance role.";
    }
    return root(failure) instanceof SdkClientException
        ? "Set aftercall.aws.region, and check credentials and the way to the network of AWS."
        : "It is tried again; if it stays so, look at the service's state in this region.";
  }

  private static Throwable root(Throwable failure) {
    @Nullable Throwable cause = failure.getCause();
    return (failure instanceof CompletionException || failure instanceof ExecutionException)
            && cause != null
        ? root(cause)
        : failure;
  }
}
