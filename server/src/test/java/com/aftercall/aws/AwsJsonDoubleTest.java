package com.aftercall.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import tools.jackson.databind.json.JsonMapper;

/** A double that lets everything through would prove nothing, so it is tried itself. */
class AwsJsonDoubleTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final AwsJsonDouble amazon =
      AwsJsonDouble.of("secretsmanager")
          .on("GetSecretValue", request -> JSON.createObjectNode().put("SecretString", "a"));

  @BeforeAll
  static void beSomebody() {
    TestIdentity.take();
  }

  @AfterAll
  static void beNobody() {
    TestIdentity.drop();
  }

  @AfterEach
  void close() {
    amazon.close();
  }

  private SecretsManagerClient client() {
    return amazon
        .clients()
        .configure(SecretsManagerClient.builder(), "secretsmanager")
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  @Test
  void requestThatFitsIsAnswered() {
    try (var client = client()) {
      assertThat(client.getSecretValue(get -> get.secretId("one")).secretString()).isEqualTo("a");
    }
    assertThat(amazon.faults()).isEmpty();
    assertThat(amazon.requests("GetSecretValue")).hasSize(1);
  }

  @Test
  void requestBeyondTheModelIsRefusedAndRemembered() {
    try (var client = client()) {
      assertThatExceptionOfType(SecretsManagerException.class)
          .isThrownBy(() -> client.getSecretValue(get -> get.secretId("")));
    }
    assertThat(amazon.faults()).containsExactly("GetSecretValue input.SecretId is out of bounds");
    assertThat(amazon.requests("GetSecretValue")).isEmpty();
  }

  @Test
  void requestWithoutWhatIsRequiredIsRefused() {
    try (var client = client()) {
      assertThatExceptionOfType(SecretsManagerException.class)
          .isThrownBy(() -> client.getSecretValue(get -> {}));
    }
    assertThat(amazon.faults()).containsExactly("GetSecretValue input lacks SecretId");
  }

  @Test
  void signatureWithAnotherSecretIsRefused() {
    System.setProperty("aws.secretAccessKey", "another");
    try (var client = client()) {
      assertThatExceptionOfType(SecretsManagerException.class)
          .isThrownBy(() -> client.getSecretValue(get -> get.secretId("one")));
    } finally {
      TestIdentity.take();
    }
    assertThat(amazon.faults()).containsExactly("the signature is another");
  }

  @Test
  void answerThatTheServiceNeverGivesIsAFault() {
    amazon.on("GetSecretValue", request -> JSON.createObjectNode().put("Secret", "a"));
    try (var client = client()) {
      client.getSecretValue(get -> get.secretId("one"));
    }
    assertThat(amazon.faults()).containsExactly("GetSecretValue output.Secret is unknown");
  }

  @Test
  void errorThatTheServiceNeverGivesIsAFault() {
    amazon.fail("GetSecretValue", new AwsJsonDouble.Trouble.Refusal(400, "ConflictException"));
    try (var client = client()) {
      assertThatExceptionOfType(SecretsManagerException.class)
          .isThrownBy(() -> client.getSecretValue(get -> get.secretId("one")));
    }
    assertThat(amazon.faults()).containsExactly("GetSecretValue never answers ConflictException");
  }

  @Test
  void patternMeansTheWholeText() {
    var model = AwsModel.of("transcribe");
    var media = JSON.createObjectNode().put("MediaFileUri", "s3://bucket/a.wav");
    var request = JSON.createObjectNode().put("TranscriptionJobName", "a b").set("Media", media);

    assertThat(model.faultsOfInput("StartTranscriptionJob", request))
        .containsExactly(
            "StartTranscriptionJob input.TranscriptionJobName does not match ^[0-9a-zA-Z._-]+");
  }
}
