package com.aftercall.secrets.web;

import com.aftercall.failure.AftercallException;
import com.aftercall.secrets.CredentialField;
import com.aftercall.secrets.Credentials;
import com.aftercall.secrets.LinkKey;
import com.aftercall.secrets.SalesforceCredentials;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/v1/salesforce-credentials}: which fields are set, and setting them. */
@RestController
class CredentialsController {

  private final Credentials credentials;

  CredentialsController(Credentials credentials) {
    this.credentials = credentials;
  }

  /** What may be known of the secret. */
  record Shown(
      String place, boolean changeable, List<String> fields, @Nullable ShownKey signingKey) {}

  /** What may be known of the key: its size, and by what to compare it with its public half. */
  record ShownKey(
      @Nullable String id,
      @Nullable String algorithm,
      int bits,
      @Nullable String sha256,
      @Nullable String problem) {}

  @GetMapping("/api/v1/salesforce-credentials")
  Shown show() {
    var now = credentials.read();
    return new Shown(
        credentials.place(),
        credentials.isChangeable(),
        Arrays.stream(CredentialField.values())
            .filter(now.fields()::contains)
            .map(CredentialField::fieldName)
            .toList(),
        keyOf(now).orElse(null));
  }

  @PatchMapping("/api/v1/salesforce-credentials")
  Shown change(@RequestBody Map<String, @Nullable String> fields) {
    if (!credentials.isChangeable()) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT,
          "The credentials are kept in AWS Secrets Manager; change the secret there.");
    }
    Map<CredentialField, Optional<String>> changes = new EnumMap<>(CredentialField.class);
    fields.forEach((name, value) -> changes.put(field(name), Optional.ofNullable(value)));
    changes
        .getOrDefault(CredentialField.CLOUD_FRONT_PRIVATE_KEY, Optional.empty())
        .filter(key -> !key.isBlank())
        .ifPresent(CredentialsController::refuseUnreadable);
    credentials.change(changes);
    return show();
  }

  private static CredentialField field(String name) {
    return CredentialField.of(name)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "Fields are "
                        + String.join(
                            ", ",
                            Arrays.stream(CredentialField.values())
                                .map(CredentialField::fieldName)
                                .toList())
                        + "; one given is none of them."));
  }

  private static void refuseUnreadable(String key) {
    try {
      LinkKey.parse("", key);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST,
          "CloudFrontPrivateKey cannot be used: %s.".formatted(e.getMessage()),
          e);
    }
  }

  private static Optional<ShownKey> keyOf(SalesforceCredentials now) {
    try {
      return now.linkKey().map(CredentialsController::shown);
    } catch (AftercallException e) {
      return Optional.of(
          new ShownKey(
              now.find(CredentialField.CLOUD_FRONT_ACCESS_KEY_ID).orElse(null),
              null,
              0,
              null,
              e.sentence()));
    }
  }

  private static ShownKey shown(LinkKey key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(key.publicKey().getEncoded());
      return new ShownKey(
          key.id(), key.algorithm(), key.bits(), HexFormat.of().formatHex(digest), null);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
