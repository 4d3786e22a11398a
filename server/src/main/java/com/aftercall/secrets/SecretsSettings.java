package com.aftercall.secrets;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the operator's secrets are.
 *
 * @param keyFile the key that seals what is kept here; made at first use, for its owner only
 * @param file the sealed Salesforce credentials, used while {@code secret} is blank
 * @param secret name or ARN of the secret in AWS Secrets Manager; blank: {@code file}
 * @param keep how long what was read is used before it is read again
 */
@ConfigurationProperties("aftercall.secrets")
public record SecretsSettings(
    Path keyFile, Path file, @Nullable String secret, @DefaultValue("5m") Duration keep) {

  boolean isAtAmazon() {
    return secret != null && !secret.isBlank();
  }
}
