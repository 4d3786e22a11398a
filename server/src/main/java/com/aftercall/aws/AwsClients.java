package com.aftercall.aws;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/**
 * Sets up clients of AWS's services alike. Who we are there is found by the AWS SDK's default
 * chain: environment, system properties, profile, web identity, container, instance.
 */
@Component
public class AwsClients {

  private static final Duration ONE_TRY = Duration.ofSeconds(20);
  private static final Duration ALL_TRIES = Duration.ofSeconds(60);

  private final AwsSettings settings;

  /** For all clients that are set up by this. */
  public AwsClients(AwsSettings settings) {
    this.settings = settings;
  }

  /** Region, address and time limits as set for all of AWS. */
  public <B extends AwsClientBuilder<B, ?>> B configure(B builder, String service) {
    return configure(builder, service, null);
  }

  /**
   * The same with a region of the caller's.
   *
   * @param service its name in signatures, such as {@code transcribe}
   * @param region instead of the one that is set; null: that one
   */
  public <B extends AwsClientBuilder<B, ?>> B configure(
      B builder, String service, @Nullable String region) {
    builder.overrideConfiguration(
        limits -> limits.apiCallAttemptTimeout(ONE_TRY).apiCallTimeout(ALL_TRIES));
    var where = region == null ? settings.region() : region;
    if (where != null) {
      builder.region(Region.of(where));
    }
    settings.endpoint(service).ifPresent(builder::endpointOverride);
    return builder;
  }
}
