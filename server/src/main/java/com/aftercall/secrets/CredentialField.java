package com.aftercall.secrets;

import java.util.Arrays;
import java.util.Optional;

/** A field of the secret, under the name that it has had there since the first version. */
public enum CredentialField {
  /** Of the Salesforce user; for the password flow only. */
  PASSWORD("Password"),
  /** The security token that Salesforce wants after the password. */
  ACCESS_TOKEN("AccessToken"),
  /** Of the connected app. */
  CONSUMER_KEY("ConsumerKey"),
  /** Of the connected app. */
  CONSUMER_SECRET("ConsumerSecret"),
  /** A bearer token that the original kept here between two calls; read and never written. */
  AUTH_TOKEN("AuthToken"),
  /** PEM of the key that signs the server's logins at Salesforce (OAuth 2.0 JWT bearer). */
  JWT_PRIVATE_KEY("JwtPrivateKey"),
  /** PEM of the key that signs links to recordings. */
  CLOUD_FRONT_PRIVATE_KEY("CloudFrontPrivateKey"),
  /** Id of that key's public half at CloudFront. */
  CLOUD_FRONT_ACCESS_KEY_ID("CloudFrontAccessKeyID");

  private final String fieldName;

  CredentialField(String fieldName) {
    this.fieldName = fieldName;
  }

  /** As in the secret. */
  public String fieldName() {
    return fieldName;
  }

  /** The field of this name, whatever its case; people type it by hand. */
  public static Optional<CredentialField> of(String name) {
    return Arrays.stream(values())
        .filter(field -> field.fieldName.equalsIgnoreCase(name.strip()))
        .findFirst();
  }
}
