package com.aftercall.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where AWS is, for all its services.
 *
 * @param region of all services; blank: as the AWS SDK finds it (environment, profile, instance)
 * @param endpoints addresses instead of a region's own, by the service's name in signatures, such
 *     as {@code s3}, {@code sqs}, {@code kinesis}, {@code transcribe}, {@code comprehend}, {@code
 *     secretsmanager}
 */
@ConfigurationProperties("aftercall.aws")
public record AwsSettings(@Nullable String region, Map<String, URI> endpoints) {

  /** Without endpoints the map is empty. */
  public AwsSettings(@Nullable String region, @Nullable Map<String, URI> endpoints) {
    this.region = region == null || region.isBlank() ? null : region.strip();
    this.endpoints = endpoints == null ? Map.of() : Map.copyOf(endpoints);
  }

  /** The address that was set for a service. */
  public Optional<URI> endpoint(String service) {
    return Optional.ofNullable(endpoints.get(service));
  }
}
