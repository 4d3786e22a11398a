package com.aftercall.playback;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import com.aftercall.failure.AftercallException;
import com.aftercall.playback.spi.Distribution;
import com.aftercall.playback.spi.Distribution.Behavior;
import com.aftercall.playback.spi.DistributionSource;
import com.aftercall.playback.spi.DistributionUnreadable;
import com.aftercall.secrets.Credentials;
import com.aftercall.secrets.LinkKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether the distribution trusts the key that signs our links, and nobody without a link. */
@Component
class DistributionKeysCheck implements Check {

  private final PlaybackSettings settings;
  private final DistributionSource distributions;
  private final Credentials credentials;

  DistributionKeysCheck(
      PlaybackSettings settings, DistributionSource distributions, Credentials credentials) {
    this.settings = settings;
    this.distributions = distributions;
    this.credentials = credentials;
  }

  @Override
  public String id() {
    return "distribution-keys";
  }

  @Override
  public String title() {
    return "Key group of the distribution";
  }

  @Override
  public Finding run() {
    var name = Objects.requireNonNullElse(settings.distribution(), "");
    var lookedAt = "The distribution %s, its key groups and signers.".formatted(name);
    if (!settings.isServedByDistribution()) {
      return Finding.notUsed(
          "aftercall.playback.distribution.",
          "aftercall.playback.distribution is empty; this server serves the links itself.");
    }
    try {
      var key = credentials.read().linkKey();
      if (key.isEmpty()) {
        return Finding.failed(
            lookedAt,
            "The secret has no key to sign its links with.",
            "Set CloudFrontPrivateKey and CloudFrontAccessKeyID in the secret.");
      }
      var distribution = distributions.find(name);
      return distribution.isEmpty()
          ? DistributionOriginCheck.elsewhere(lookedAt)
          : judge(lookedAt, distribution.get(), settings.rewrite(), key.get());
    } catch (DistributionUnreadable e) {
      return Finding.failed(lookedAt, e.found(), e.cure());
    } catch (AftercallException e) {
      return Finding.failed(lookedAt, e.sentence(), "See the check secret.");
    }
  }

  static Finding judge(
      String lookedAt, Distribution distribution, PathRewrite rewrite, LinkKey key) {
    var behavior = distribution.behaviorOf(DistributionOriginCheck.examplePath(rewrite));
    if (!distribution.enabled()) {
      return Finding.failed(
          lookedAt,
          "The distribution %s is disabled.".formatted(distribution.id()),
          "Enable it, or leave aftercall.playback.distribution empty to serve the links here.");
    }
    if (behavior.keyGroups().isEmpty() && !behavior.trustsSigners()) {
      return Finding.failed(
          lookedAt,
          "The behavior %s asks for no signature: whoever knows a path hears the recording."
              .formatted(behavior),
          "Edit the behavior: Restrict viewer access, Trusted key groups, and choose the group that"
              + " has the key %s.".formatted(key.id()));
    }
    return behavior.keyGroups().isEmpty()
        ? judgeSigners(lookedAt, distribution, behavior, key)
        : judgeGroups(lookedAt, distribution, behavior, key);
  }

  private static Finding judgeGroups(
      String lookedAt, Distribution distribution, Behavior behavior, LinkKey key) {
    var groups =
        behavior.keyGroups().stream()
            .map(id -> Objects.requireNonNull(distribution.keyGroups().get(id), id))
            .toList();
    var names = groups.stream().map(Distribution.KeyGroup::name).collect(Collectors.joining(", "));
    var pem =
        groups.stream()
            .map(group -> group.publicKeys().get(key.id()))
            .filter(Objects::nonNull)
            .findFirst();
    if (pem.isEmpty()) {
      return Finding.failed(
          lookedAt,
          "The behavior %s trusts the key group %s, which has not the key %s of the secret."
              .formatted(behavior, names, key.id()),
          "Add the public key to the group, choose the group that has it, or put the id of a key in"
              + " the group, with its private half, into the secret.");
    }
    if (!isPublicHalf(pem.get(), key)) {
      return Finding.failed(
          lookedAt,
          "The key %s at CloudFront is not the public half of the private key in the secret."
              .formatted(key.id()),
          "Upload the public half: openssl pkey -in private_key.pem -pubout; add it to the group and"
              + " put its new id into the secret.");
    }
    var found =
        "The behavior %s trusts the key group %s; its key %s is the public half of the secret's."
            .formatted(behavior, names, key.id());
    return distribution.deployed()
        ? Finding.ok(lookedAt, found)
        : Finding.warning(
            lookedAt,
            found + " The settings are still on their way to all places.",
            "Wait some minutes until the distribution is deployed.");
  }

  private static Finding judgeSigners(
      String lookedAt, Distribution distribution, Behavior behavior, LinkKey key) {
    return distribution.signerKeys().contains(key.id())
        ? Finding.warning(
            lookedAt,
            "The behavior %s trusts signers of accounts, and the key %s is one of theirs."
                .formatted(behavior, key.id()),
            "It works. AWS recommends key groups, which need no root user: make one and choose it"
                + " instead.")
        : Finding.failed(
            lookedAt,
            "The behavior %s trusts signers of accounts; the key %s is none of their active ones."
                .formatted(behavior, key.id()),
            "Make a key group with this key's public half and choose it in the behavior, instead of"
                + " trusted signers.");
  }

  private static boolean isPublicHalf(String pem, LinkKey key) {
    var body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      return Arrays.equals(Base64.getDecoder().decode(body), key.publicKey().getEncoded());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
