package com.aftercall.playback.aws;

import com.aftercall.aws.AwsClients;
import com.aftercall.playback.spi.Distribution;
import com.aftercall.playback.spi.Distribution.Behavior;
import com.aftercall.playback.spi.Distribution.KeyGroup;
import com.aftercall.playback.spi.DistributionSource;
import com.aftercall.playback.spi.DistributionUnreadable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.EventType;
import software.amazon.awssdk.services.cloudfront.model.LambdaFunctionAssociations;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.TrustedKeyGroups;
import software.amazon.awssdk.services.cloudfront.model.TrustedSigners;

/** Reads the settings of distributions of our account at CloudFront. */
public final class CloudFrontDistributions implements DistributionSource, AutoCloseable {

  private static final Duration ONE_TRY = Duration.ofSeconds(5);
  private static final Duration ALL_TRIES = Duration.ofSeconds(15);

  private final CloudFrontClient client;

  private CloudFrontDistributions(CloudFrontClient client) {
    this.client = client;
  }

  /**
   * Connects, without a call yet. CloudFront has one place for all regions, signed for this one.
   */
  public static CloudFrontDistributions with(AwsClients clients) {
    var builder = clients.configure(CloudFrontClient.builder(), "cloudfront", "us-east-1");
    return new CloudFrontDistributions(
        builder
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(ONE_TRY).socketTimeout(ONE_TRY))
            .overrideConfiguration(
                limits -> limits.apiCallAttemptTimeout(ONE_TRY).apiCallTimeout(ALL_TRIES))
            .build());
  }

  @Override
  public Optional<Distribution> find(String domainName) throws DistributionUnreadable {
    try {
      @Nullable String marker = null;
      do {
        var from = marker;
        var page = client.listDistributions(request -> request.marker(from)).distributionList();
        for (var summary : page.items()) {
          if (answersAs(domainName, summary)) {
            return Optional.of(read(summary.id()));
          }
        }
        marker = Boolean.TRUE.equals(page.isTruncated()) ? page.nextMarker() : null;
      } while (marker != null);
      return Optional.empty();
    } catch (SdkException e) {
      throw unreadable(e);
    }
  }

  private static boolean answersAs(String domainName, DistributionSummary summary) {
    var aliases = summary.aliases() == null ? List.<String>of() : summary.aliases().items();
    return Stream.concat(Stream.of(summary.domainName()), aliases.stream())
        .anyMatch(name -> name.equalsIgnoreCase(domainName));
  }

  private Distribution read(String id) {
    var distribution = client.getDistribution(request -> request.id(id)).distribution();
    var config = distribution.distributionConfig();
    var behaviors = behaviors(config);
    var signers = distribution.activeTrustedSigners();
    return new Distribution(
        id,
        config.enabled(),
        "Deployed".equals(distribution.status()),
        behaviors,
        config.origins().items().stream()
            .collect(Collectors.toMap(Origin::id, CloudFrontDistributions::origin)),
        signers == null
            ? Set.of()
            : signers.items().stream()
                .filter(signer -> signer.keyPairIds() != null)
                .flatMap(signer -> signer.keyPairIds().items().stream())
                .collect(Collectors.toSet()),
        keyGroups(behaviors));
  }

  private static List<Behavior> behaviors(DistributionConfig config) {
    List<Behavior> behaviors = new ArrayList<>();
    if (config.cacheBehaviors() != null) {
      for (var one : config.cacheBehaviors().items()) {
        behaviors.add(
            new Behavior(
                one.pathPattern(),
                one.targetOriginId(),
                groups(one.trustedKeyGroups()),
                trusts(one.trustedSigners()),
                atOriginRequest(one.lambdaFunctionAssociations())));
      }
    }
    var other = config.defaultCacheBehavior();
    behaviors.add(
        new Behavior(
            null,
            other.targetOriginId(),
            groups(other.trustedKeyGroups()),
            trusts(other.trustedSigners()),
            atOriginRequest(other.lambdaFunctionAssociations())));
    return behaviors;
  }

  private static List<String> groups(@Nullable TrustedKeyGroups groups) {
    return groups == null || !groups.enabled() ? List.of() : groups.items();
  }

  private static boolean trusts(@Nullable TrustedSigners signers) {
    return signers != null && signers.enabled() && signers.quantity() > 0;
  }

  private static List<String> atOriginRequest(@Nullable LambdaFunctionAssociations functions) {
    return functions == null
        ? List.of()
        : functions.items().stream()
            .filter(function -> function.eventType() == EventType.ORIGIN_REQUEST)
            .map(function -> function.lambdaFunctionARN())
            .toList();
  }

  private static Distribution.Origin origin(Origin origin) {
    var identity =
        origin.s3OriginConfig() == null ? null : origin.s3OriginConfig().originAccessIdentity();
    return new Distribution.Origin(
        origin.domainName(),
        Objects.requireNonNullElse(origin.originPath(), ""),
        isSet(origin.originAccessControlId()),
        isSet(identity));
  }

  private static boolean isSet(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private Map<String, KeyGroup> keyGroups(List<Behavior> behaviors) {
    var ids =
        behaviors.stream().flatMap(behavior -> behavior.keyGroups().stream()).distinct().toList();
    Map<String, KeyGroup> groups = new LinkedHashMap<>();
    for (var id : ids) {
      var group = client.getKeyGroup(request -> request.id(id)).keyGroup().keyGroupConfig();
      Map<String, String> keys = new LinkedHashMap<>();
      for (var key : group.items()) {
        var config = client.getPublicKey(request -> request.id(key)).publicKey().publicKeyConfig();
        keys.put(key, config.encodedKey());
      }
      groups.put(id, new KeyGroup(group.name(), keys));
    }
    return groups;
  }

  private static DistributionUnreadable unreadable(SdkException e) {
    if (e instanceof AwsServiceException refused) {
      var code = refused.awsErrorDetails() == null ? "" : refused.awsErrorDetails().errorCode();
      if (code != null && code.startsWith("AccessDenied")) {
        return new DistributionUnreadable(
            "CloudFront does not let us read its settings.",
            "Allow cloudfront:ListDistributions, GetDistribution, GetKeyGroup and GetPublicKey to"
                + " whom the server is at AWS.",
            e);
      }
      return new DistributionUnreadable(
          "CloudFront refused with %s (status %d)."
              .formatted(code == null || code.isBlank() ? "no code" : code, refused.statusCode()),
          "Run the check again in a minute; if it stays so, look at the credentials of the server.",
          e);
    }
    return new DistributionUnreadable(
        "CloudFront could not be asked (%s).".formatted(e.getClass().getSimpleName()),
        "Give the server credentials of AWS (environment, profile or role) and a way to"
            + " cloudfront.amazonaws.com.",
        e);
  }

  @Override
  public void close() {
    client.close();
  }
}
