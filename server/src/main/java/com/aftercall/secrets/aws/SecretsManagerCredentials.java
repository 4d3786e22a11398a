package com.aftercall.secrets.aws;

import com.aftercall.aws.AwsClients;
import com.aftercall.failure.AftercallException;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.secrets.SalesforceCredentials;
import com.aftercall.secrets.SecretText;
import com.aftercall.secrets.spi.CredentialsSource;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DecryptionFailureException;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The credentials in AWS Secrets Manager. Who we are there is found by the AWS SDK's default chain:
 * environment, system properties, profile, container, instance.
 */
public final class SecretsManagerCredentials implements CredentialsSource, AutoCloseable {

  private static final Duration ONE_TRY = Duration.ofSeconds(5);
  private static final Duration ALL_TRIES = Duration.ofSeconds(15);

  private final SecretsManagerClient client;
  private final String secret;

  private SecretsManagerCredentials(SecretsManagerClient client, String secret) {
    this.client = client;
    this.secret = secret;
  }

  /**
   * Connects, without a call yet.
   *
   * @param secret name or ARN; the region of an ARN counts, else the one that is set for AWS
   */
  public static SecretsManagerCredentials at(String secret, AwsClients clients) {
    // arn:partition:secretsmanager:region:account:secret:name
    var region = secret.startsWith("arn:") ? secret.split(":", 5)[3] : null;
    var builder =
        clients
            .configure(SecretsManagerClient.builder(), "secretsmanager", region)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(ONE_TRY).socketTimeout(ONE_TRY))
            // Somebody waits for a link to a recording while the secret is read.
            .overrideConfiguration(
                limits -> limits.apiCallAttemptTimeout(ONE_TRY).apiCallTimeout(ALL_TRIES));
    return new SecretsManagerCredentials(builder.build(), secret);
  }

  @Override
  public Optional<SalesforceCredentials> read() {
    try {
      var answer = client.getSecretValue(GetSecretValueRequest.builder().secretId(secret).build());
      return Optional.of(SecretText.parse(text(answer)));
    } catch (IllegalArgumentException e) {
      throw new PermanentException(
          FailureCode.CREDENTIALS_INVALID,
          "the secret %s cannot be used: %s".formatted(secret, e.getMessage()),
          e);
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  private static String text(GetSecretValueResponse answer) {
    var text = answer.secretString();
    return text == null ? answer.secretBinary().asUtf8String() : text;
  }

  private AftercallException failure(SdkException e) {
    var cure =
        switch (e) {
          case ResourceNotFoundException missing -> "there is no such secret in this region";
          case DecryptionFailureException locked ->
              "its KMS key may not be used; allow kms:Decrypt on it";
          case InvalidRequestException deleted -> "it is marked for deletion";
          case InvalidParameterException wrong -> "this is no name or ARN of a secret";
          case AwsServiceException other -> denied(other);
          default -> null;
        };
    return cure == null
        ? new RetryableException(
            FailureCode.CREDENTIALS_UNAVAILABLE,
            "the secret %s could not be read from AWS Secrets Manager (%s); it is tried again"
                .formatted(secret, e.getClass().getSimpleName()),
            e)
        : new PermanentException(
            FailureCode.CREDENTIALS_INVALID, "the secret %s: %s".formatted(secret, cure), e);
  }

  private static @Nullable String denied(AwsServiceException e) {
    var details = e.awsErrorDetails();
    return details != null
            && details.errorCode() != null
            && details.errorCode().startsWith("AccessDenied")
        ? "reading it is not allowed; allow secretsmanager:GetSecretValue on it"
        : null;
  }

  @Override
  public String place() {
    return secret;
  }

  @Override
  public void close() {
    client.close();
  }
}
