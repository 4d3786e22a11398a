package com.aftercall.secrets.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.secrets.CredentialField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsManagerCredentialsTest {

  private final SecretsManagerDouble amazon = started();

  private static SecretsManagerDouble started() {
    try {
      return new SecretsManagerDouble();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  static void beSomebody() {
    System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
    System.setProperty("aws.secretAccessKey", "secret");
  }

  @AfterAll
  static void beNobody() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @AfterEach
  void everyCallFitsTheModel() {
    amazon.close();
    assertThat(amazon.faults).isEmpty();
  }

  private SecretsManagerCredentials at(String secret) {
    return SecretsManagerCredentials.at(secret, "eu-central-1", amazon.address());
  }

  @Test
  void jsonSecretIsRead() {
    amazon.put("SalesforceCredentials", "{\"Password\": \"p\", \"ConsumerKey\": \"k\"}");

    try (var source = at("SalesforceCredentials")) {
      var read = source.read().orElseThrow();
      assertThat(read.find(CredentialField.PASSWORD)).contains("p");
      assertThat(read.find(CredentialField.CONSUMER_KEY)).contains("k");
    }
  }

  @Test
  void regionIsTakenFromTheArn() {
    var arn =
        "arn:aws:secretsmanager:ap-southeast-2:123456789012:secret:SalesforceCredentials-AbCdEf";
    amazon.put(arn, "Password=p");

    try (var source = SecretsManagerCredentials.at(arn, "", amazon.address())) {
      assertThat(source.read().orElseThrow().find(CredentialField.PASSWORD)).contains("p");
    }
  }

  @Test
  void binarySecretIsTextToo() {
    amazon.putBinary(
        "binary",
        Base64.getEncoder().encodeToString("AuthToken=x".getBytes(StandardCharsets.UTF_8)));

    try (var source = at("binary")) {
      assertThat(source.read().orElseThrow().find(CredentialField.AUTH_TOKEN)).contains("x");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AccessDeniedException, allow secretsmanager:GetSecretValue",
    "ResourceNotFoundException, no such secret",
    "DecryptionFailure, allow kms:Decrypt",
    "InvalidRequestException, marked for deletion",
    "InvalidParameterException, no name or ARN"
  })
  void whatStaysWrongNamesItsCure(String type, String cure) {
    amazon.fail("400 " + type);

    try (var source = at("one")) {
      assertThatExceptionOfType(PermanentException.class)
          .isThrownBy(source::read)
          .withMessageContaining("the secret one")
          .withMessageContaining(cure)
          .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.CREDENTIALS_INVALID));
    }
  }

  @Test
  void oneFailureOfTheServiceIsPassedOver() {
    amazon.put("one", "Password=p");
    amazon.fail("500 InternalServiceError", "400 ThrottlingException");

    try (var source = at("one")) {
      assertThat(source.read()).isPresent();
    }
  }

  @Test
  void lastingFailureOfTheServiceMayBeTriedAgain() {
    amazon.fail("500 a", "500 a", "500 a", "500 a", "500 a", "500 a");

    try (var source = at("one")) {
      assertThatExceptionOfType(RetryableException.class)
          .isThrownBy(source::read)
          .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.CREDENTIALS_UNAVAILABLE));
    }
  }

  @Test
  void secretOfAnotherKindIsNamedAndNotQuoted() {
    amazon.put("one", "{\"username\": \"hunter2\"}");

    try (var source = at("one")) {
      assertThatExceptionOfType(PermanentException.class)
          .isThrownBy(source::read)
          .withMessageContaining("none of the fields")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }
  }
}
