package com.aftercall.playback;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import com.aftercall.playback.spi.Distribution;
import com.aftercall.playback.spi.Distribution.Behavior;
import com.aftercall.playback.spi.Distribution.Origin;
import com.aftercall.playback.spi.DistributionSource;
import com.aftercall.playback.spi.DistributionUnreadable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the distribution finds the recordings, and may read the bucket. */
@Component
class DistributionOriginCheck implements Check {

  private static final String EXAMPLE =
      "bucket/connect/instance/CallRecordings/2026/01/31/id_20260131T09:30_UTC.wav";

  private static final String ORIGINALS_FUNCTION = "sfSig4RequestToS3";

  private final PlaybackSettings settings;
  private final DistributionSource distributions;

  DistributionOriginCheck(PlaybackSettings settings, DistributionSource distributions) {
    this.settings = settings;
    this.distributions = distributions;
  }

  @Override
  public String id() {
    return "distribution-origin";
  }

  @Override
  public String title() {
    return "Edge function or origin access control of the distribution";
  }

  @Override
  public Finding run() {
    if (!settings.isServedByDistribution()) {
      return Finding.notUsed(
          "aftercall.playback.distribution.",
          "aftercall.playback.distribution is empty; this server reads the recordings itself, so nothing has to sign for it.");
    }
    var name = Objects.requireNonNullElse(settings.distribution(), "");
    var lookedAt = "The distribution %s, where its files lie.".formatted(name);
    try {
      return distributions
          .find(name)
          .map(found -> judge(lookedAt, found, settings.rewrite()))
          .orElseGet(() -> elsewhere(lookedAt));
    } catch (DistributionUnreadable e) {
      return Finding.failed(lookedAt, e.found(), e.cure());
    }
  }

  /** A path as links have it. */
  static String examplePath(PathRewrite rewrite) {
    return rewrite.apply(EXAMPLE);
  }

  static Finding elsewhere(String lookedAt) {
    return Finding.warning(
        lookedAt,
        "The account that the server is at AWS has no distribution of this name.",
        "If the name leads to this server, all is well. Else correct"
            + " aftercall.playback.distribution, or give the server credentials of the account that"
            + " has it.");
  }

  static Finding judge(String lookedAt, Distribution distribution, PathRewrite rewrite) {
    var behavior = distribution.behaviorOf(examplePath(rewrite));
    var origin =
        Objects.requireNonNull(
            distribution.origins().get(behavior.originId()), behavior.originId());
    var path = wrongPath(origin, rewrite);
    if (path != null) {
      return Finding.failed(
          lookedAt,
          "The origin %s has the path \"%s\", and aftercall.playback.rewrite is %s: no link leads to its recording."
              .formatted(origin.domainName(), origin.path(), named(rewrite)),
          path);
    }
    return judgeAccess(lookedAt, behavior, origin);
  }

  private static @Nullable String wrongPath(Origin origin, PathRewrite rewrite) {
    var needed = rewrite == PathRewrite.DROP_CONNECT ? "/connect" : "";
    if (origin.path().equals(needed)) {
      return null;
    }
    return switch (origin.path()) {
      case "/connect" -> "Set aftercall.playback.rewrite to drop-connect.";
      case "" -> "Set aftercall.playback.rewrite to keep-prefix.";
      default ->
          "Take the path out of the origin and set aftercall.playback.rewrite to keep-prefix.";
    };
  }

  private static String named(PathRewrite rewrite) {
    return switch (rewrite) {
      case KEEP_PREFIX -> "keep-prefix";
      case DROP_CONNECT -> "drop-connect";
      case NONE -> "none";
    };
  }

  private static Finding judgeAccess(String lookedAt, Behavior behavior, Origin origin) {
    var functions = behavior.edgeFunctions();
    if (!functions.isEmpty() && (origin.accessControl() || origin.accessIdentity())) {
      return Finding.warning(
          lookedAt,
          "Both an edge function and the origin's own access sign requests to %s."
              .formatted(origin.domainName()),
          "Take the edge function out of the behavior %s; the bucket refuses two signatures."
              .formatted(behavior));
    }
    if (origin.accessControl()) {
      return Finding.ok(
          lookedAt,
          "An origin access control signs requests to %s.".formatted(origin.domainName()));
    }
    if (origin.accessIdentity()) {
      return Finding.warning(
          lookedAt,
          "An origin access identity reads %s.".formatted(origin.domainName()),
          "It cannot read recordings that are encrypted with a KMS key, nor in newer regions: make an"
              + " origin access control and choose it instead.");
    }
    return functions.isEmpty()
        ? Finding.failed(
            lookedAt,
            "Nothing signs requests to %s, so only a public bucket would answer them."
                .formatted(origin.domainName()),
            "Make an origin access control for the origin and let the bucket's policy allow it; or"
                + " add the edge function %s to the behavior %s at origin request."
                    .formatted(ORIGINALS_FUNCTION, behavior))
        : judgeFunctions(lookedAt, behavior, origin);
  }

  private static Finding judgeFunctions(String lookedAt, Behavior behavior, Origin origin) {
    var signer =
        behavior.edgeFunctions().stream()
            .filter(arn -> arn.contains(":function:" + ORIGINALS_FUNCTION))
            .findFirst();
    if (signer.isEmpty()) {
      return Finding.warning(
          lookedAt,
          "The behavior %s has an edge function at origin request, but not %s."
              .formatted(behavior, ORIGINALS_FUNCTION),
          "If yours signs requests to the bucket, all is well. An origin access control would need"
              + " no function.");
    }
    return signer.get().matches("arn:[^:]+:lambda:us-east-1:\\d+:function:[^:]+:\\d+")
        ? Finding.ok(
            lookedAt,
            "The edge function %s signs requests to %s."
                .formatted(ORIGINALS_FUNCTION, origin.domainName()))
        : Finding.failed(
            lookedAt,
            "The edge function %s is no numbered version in us-east-1."
                .formatted(ORIGINALS_FUNCTION),
            "Deploy it to Lambda@Edge anew; better, use an origin access control and no function.");
  }
}
