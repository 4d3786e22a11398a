package com.aftercall.secrets.aws;

import static com.aftercall.aws.AwsJsonDouble.broken;
import static com.aftercall.aws.AwsJsonDouble.throttled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.aws.AwsJsonDouble;
import com.aftercall.aws.AwsJsonDouble.Trouble;
import com.aftercall.aws.ServiceError;
import com.aftercall.aws.TestIdentity;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.secrets.CredentialField;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SecretsManagerCredentialsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final AwsJsonDouble amazon = AwsJsonDouble.of("secretsmanager");
  private final Map<String, ObjectNode> secrets = new HashMap<>();

  SecretsManagerCredentialsTest() {
    amazon.on(
        "GetSecretValue",
        request ->
            Optional.ofNullable(secrets.get(request.path("SecretId").asString()))
                .orElseThrow(() -> new ServiceError(400, "ResourceNotFoundException", "no")));
  }

  @BeforeAll
  static void beSomebody() {
    TestIdentity.take();
  }

  @AfterAll
  static void beNobody() {
    TestIdentity.drop();
  }

  @AfterEach
  void everyCallFitsTheModel() {
    amazon.close();
    assertThat(amazon.faults()).isEmpty();
  }

  private void put(String name, String text) {
    secrets.put(name, JSON.createObjectNode().put("Name", name).put("SecretString", text));
  }

  private SecretsManagerCredentials at(String secret) {
    return SecretsManagerCredentials.at(secret, amazon.clients());
  }

  @Test
  void jsonSecretIsRead() {
    put("SalesforceCredentials", "{\"Password\": \"p\", \"ConsumerKey\": \"k\"}");

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
    put(arn, "Password=p");

    try (var source = at(arn)) {
      assertThat(source.read().orElseThrow().find(CredentialField.PASSWORD)).contains("p");
    }
  }

  @Test
  void binarySecretIsTextToo() {
    secrets.put(
        "binary",
        JSON.createObjectNode()
            .put(
                "SecretBinary",
                Base64.getEncoder()
                    .encodeToString("AuthToken=x".getBytes(StandardCharsets.UTF_8))));

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
    amazon.fail("GetSecretValue", new Trouble.Refusal(400, type));

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
    put("one", "Password=p");
    amazon.fail("GetSecretValue", broken(), throttled());

    try (var source = at("one")) {
      assertThat(source.read()).isPresent();
    }
  }

  @Test
  void lastingFailureOfTheServiceMayBeTriedAgain() {
    amazon.fail("GetSecretValue", Collections.nCopies(6, broken()).toArray(Trouble[]::new));

    try (var source = at("one")) {
      assertThatExceptionOfType(RetryableException.class)
          .isThrownBy(source::read)
          .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.CREDENTIALS_UNAVAILABLE));
    }
  }

  @Test
  void secretOfAnotherKindIsNamedAndNotQuoted() {
    put("one", "{\"username\": \"hunter2\"}");

    try (var source = at("one")) {
      assertThatExceptionOfType(PermanentException.class)
          .isThrownBy(source::read)
          .withMessageContaining("none of the fields")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }
  }
}
