package com.aftercall.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.doctor.Finding;
import com.aftercall.doctor.Finding.Verdict;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.secrets.spi.CredentialsSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CredentialsCheckTest {

  private static final String ID = "K2EXAMPLEKEYID";
  private static final String PEM = pem();

  private static String pem() {
    try (var file =
        CredentialsCheckTest.class.getResourceAsStream("/playback/cloudfront-signed-urls.json")) {
      return JsonMapper.shared().readTree(file).path("privateKeyPem").asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Finding secret(Map<CredentialField, String> fields) {
    return CredentialsCheck.judge("The secret.", new SalesforceCredentials(fields));
  }

  private static Finding key(String id, String pem) {
    return secret(
        Map.of(
            CredentialField.CLOUD_FRONT_ACCESS_KEY_ID, id,
            CredentialField.CLOUD_FRONT_PRIVATE_KEY, pem));
  }

  @Test
  void keyWithItsIdIsWell() {
    var finding = key(ID, PEM);

    assertThat(finding.verdict()).isEqualTo(Verdict.OK);
    assertThat(finding.found())
        .isEqualTo(
            "Set: CloudFrontPrivateKey, CloudFrontAccessKeyID. The RSA key K2EXAMPLEKEYID has"
                + " 2048 bits.");
  }

  @Test
  void halfOfTheKeyFails() {
    assertThat(secret(Map.of(CredentialField.CLOUD_FRONT_PRIVATE_KEY, PEM)).verdict())
        .isEqualTo(Verdict.FAILED);
    assertThat(secret(Map.of(CredentialField.CLOUD_FRONT_ACCESS_KEY_ID, ID)).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void emptySecretAndOneWithoutAKeyAreNoFault() {
    assertThat(secret(Map.of()).verdict()).isEqualTo(Verdict.NOT_USED);
    var finding = secret(Map.of(CredentialField.CONSUMER_KEY, "hunter2"));
    assertThat(finding.verdict()).isEqualTo(Verdict.OK);
    assertThat(finding.found()).contains("ConsumerKey").doesNotContain("hunter2");
  }

  @Test
  void idThatIsNoneFailsAndIsNotShown() {
    var finding = key("AKIAIOSFODNN7EXAMPLE", PEM);

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.found()).doesNotContain("AKIA");
    assertThat(key("my-key-group", PEM).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(key("APKAEIBAERJR2EXAMPLE", PEM).verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void keyThatCannotBeReadFails() {
    var finding = key(ID, PEM.substring(0, 400));

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.found()).contains("CloudFrontPrivateKey").doesNotContain("MII");
  }

  @Test
  void keyOfAnotherLengthIsNotTakenByCloudFront() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(3072);
    var encoded =
        Base64.getEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded());

    assertThat(
            key(ID, "-----BEGIN PRIVATE KEY-----" + encoded + "-----END PRIVATE KEY-----")
                .verdict())
        .isEqualTo(Verdict.WARNING);
  }

  @Test
  void secretThatCannotBeReadFailsWithTheReason() {
    var source =
        new CredentialsSource() {
          @Override
          public Optional<SalesforceCredentials> read() {
            throw new RetryableException(FailureCode.CREDENTIALS_UNAVAILABLE, "it is away");
          }

          @Override
          public String place() {
            return "arn:aws:secretsmanager:eu-central-1:1:secret:s";
          }
        };
    var check =
        new CredentialsCheck(new Credentials(source, Duration.ZERO, InstantSource.system()));

    var finding = check.run();

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.lookedAt()).contains("eu-central-1");
    assertThat(finding.found()).isEqualTo("It is away.");
  }
}
