package com.aftercall.secrets;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import com.aftercall.failure.AftercallException;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether the secret can be read, which fields it has, and whether its key can sign. */
@Component
class CredentialsCheck implements Check {

  /** Public keys have K and 13 or more characters, the older key pairs of an account APKA. */
  private static final Pattern KEY_ID = Pattern.compile("(K|APKA)[A-Z0-9]{10,30}");

  /** "RSA 2048 or ECDSA 256", CloudFront Developer Guide, Create key pairs for your signers. */
  private static final int CLOUD_FRONT_BITS = 2048;

  private final Credentials credentials;

  CredentialsCheck(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public String id() {
    return "secret";
  }

  @Override
  public String title() {
    return "Fields of the secret, and the key in it";
  }

  @Override
  public Finding run() {
    var lookedAt = "The secret at %s.".formatted(credentials.place());
    try {
      return judge(lookedAt, credentials.read());
    } catch (RetryableException e) {
      return Finding.failed(
          lookedAt,
          e.sentence(),
          "See that region and network are right; docs/amazon.md has the policy that is needed.");
    } catch (PermanentException e) {
      return Finding.failed(
          lookedAt, e.sentence(), "docs/amazon.md shows the fields and the policy.");
    }
  }

  static Finding judge(String lookedAt, SalesforceCredentials secret) {
    if (secret.fields().isEmpty()) {
      return Finding.notUsed(
          lookedAt, "It has no fields. Links are signed with keys that this server makes.");
    }
    var fields = "Set: %s.".formatted(names(secret));
    var id = secret.find(CredentialField.CLOUD_FRONT_ACCESS_KEY_ID);
    var key = secret.find(CredentialField.CLOUD_FRONT_PRIVATE_KEY);
    if (id.isEmpty() && key.isEmpty()) {
      return Finding.ok(
          lookedAt,
          fields + " No key for links; they are signed with keys that this server makes.");
    }
    if (id.isEmpty() || key.isEmpty()) {
      return Finding.failed(
          lookedAt,
          fields + " One half of the key's two fields is missing.",
          "Set both CloudFrontPrivateKey and CloudFrontAccessKeyID, the id of its public half.");
    }
    try {
      return judgeKey(lookedAt, fields, secret.linkKey().orElseThrow());
    } catch (AftercallException e) {
      return Finding.failed(
          lookedAt,
          fields + " " + e.sentence(),
          "Put the whole .pem file there as openssl wrote it, in any form.");
    }
  }

  private static Finding judgeKey(String lookedAt, String fields, LinkKey key) {
    var found =
        "%s The %s key %s has %d bits.".formatted(fields, key.algorithm(), key.id(), key.bits());
    if (!KEY_ID.matcher(key.id()).matches()) {
      return Finding.failed(
          lookedAt,
          fields + " CloudFrontAccessKeyID does not look like an id of CloudFront.",
          "Take the id of the public key at CloudFront, K and capitals; not the key's name, not that"
              + " of the key group, not an access key of IAM.");
    }
    return key.algorithm().equals("ECDSA") || key.bits() == CLOUD_FRONT_BITS
        ? Finding.ok(lookedAt, found)
        : Finding.warning(
            lookedAt,
            found,
            "CloudFront takes RSA keys of 2048 bits only, or ECDSA keys: openssl genrsa -out key.pem 2048.");
  }

  private static String names(SalesforceCredentials secret) {
    return Arrays.stream(CredentialField.values())
        .filter(secret.fields()::contains)
        .map(CredentialField::fieldName)
        .collect(Collectors.joining(", "));
  }
}
