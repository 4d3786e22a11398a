package com.aftercall.secrets;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the secret holds; its text shows which fields are set and no value. */
public final class SalesforceCredentials {

  private final Map<CredentialField, String> values = new EnumMap<>(CredentialField.class);

  /** Blank values count as not set. */
  public SalesforceCredentials(Map<CredentialField, String> values) {
    values.forEach(
        (field, value) -> {
          if (!value.isBlank()) {
            this.values.put(field, value);
          }
        });
  }

  /** The value of a field, unchanged. */
  public Optional<String> find(CredentialField field) {
    return Optional.ofNullable(values.get(field));
  }

  /** The fields that have a value. */
  public Set<CredentialField> fields() {
    return Set.copyOf(values.keySet());
  }

  /**
   * The key that signs links, with its id; empty unless both fields are set.
   *
   * @throws PermanentException with {@code CREDENTIALS_INVALID} if the key cannot be read
   */
  public Optional<LinkKey> linkKey() {
    var id = find(CredentialField.CLOUD_FRONT_ACCESS_KEY_ID);
    var key = find(CredentialField.CLOUD_FRONT_PRIVATE_KEY);
    if (id.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LinkKey.parse(id.get().strip(), key.get()));
    } catch (IllegalArgumentException e) {
      throw new PermanentException(
          FailureCode.CREDENTIALS_INVALID,
          "the secret's field CloudFrontPrivateKey cannot be used: " + e.getMessage(),
          e);
    }
  }

  /** Names only. */
  @Override
  public String toString() {
    return "SalesforceCredentials" + values.keySet();
  }
}
