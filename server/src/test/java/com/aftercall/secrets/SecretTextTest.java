package com.aftercall.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {

  private static final String ALL =
      """
      {"Password": "a b", "AccessToken": "t", "ConsumerKey": "k", "ConsumerSecret": "s",
       "AuthToken": "x", "CloudFrontPrivateKey": "-----BEGIN", "CloudFrontAccessKeyID": "K1",
       "JwtPrivateKey": "-----BEGIN", "other": {"deep": 1}}
      """;

  @Test
  void allFieldsOfJsonAreRead() {
    var credentials = SecretText.parse(ALL);

    assertThat(credentials.fields()).containsExactlyInAnyOrder(CredentialField.values());
    assertThat(credentials.find(CredentialField.PASSWORD)).contains("a b");
    assertThat(credentials.find(CredentialField.CLOUD_FRONT_ACCESS_KEY_ID)).contains("K1");
  }

  @Test
  void whatWasWrittenIsReadBack() {
    var credentials = SecretText.parse(ALL);

    assertThat(SecretText.parse(SecretText.write(credentials)).find(CredentialField.CONSUMER_KEY))
        .contains("k");
    assertThat(SecretText.parse(SecretText.write(credentials)).fields())
        .isEqualTo(credentials.fields());
  }

  @Test
  void lineBreaksInsideJsonTextStay() {
    var credentials = SecretText.parse("{\"CloudFrontPrivateKey\": \"-----BEGIN\nMII\n-----END\"}");

    assertThat(credentials.find(CredentialField.CLOUD_FRONT_PRIVATE_KEY))
        .contains("-----BEGIN\nMII\n-----END");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Password=p=1\nCloudFrontPrivateKey=-----BEGIN RSA PRIVATE KEY-----\nMII=\n-----END RSA PRIVATE KEY-----\nConsumerKey=k",
        "Password: p=1\r\nCloudFrontPrivateKey: \"-----BEGIN RSA PRIVATE KEY-----\r\nMII=\r\n-----END RSA PRIVATE KEY-----\"\r\nconsumerkey: 'k'",
        "\uFEFFPassword = p=1\nConsumerKey = k\nCloudFrontPrivateKey =\n-----BEGIN RSA PRIVATE KEY-----\nMII=\n-----END RSA PRIVATE KEY-----\n"
      })
  void pairsOnLinesAreReadAndAValueMayGoOn(String text) {
    var credentials = SecretText.parse(text);

    assertThat(credentials.find(CredentialField.PASSWORD)).contains("p=1");
    assertThat(credentials.find(CredentialField.CONSUMER_KEY)).contains("k");
    assertThat(credentials.find(CredentialField.CLOUD_FRONT_PRIVATE_KEY))
        .contains("-----BEGIN RSA PRIVATE KEY-----\nMII=\n-----END RSA PRIVATE KEY-----");
  }

  @Test
  void nullAndBlankValuesAreNotSet() {
    var credentials =
        SecretText.parse("{\"Password\": null, \"AuthToken\": \"  \", \"AccessToken\": \"t\"}");

    assertThat(credentials.fields()).containsExactly(CredentialField.ACCESS_TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "hunter2", "{\"password\": \"hunter2\"", "[\"hunter2\"]"})
  void otherTextIsRefusedWithoutBeingQuoted(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SecretText.parse(text))
        .withNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
  }

  @Test
  void valuesAreNotInTheText() {
    assertThat(SecretText.parse(ALL).toString()).doesNotContain("a b").contains("PASSWORD");
  }
}
