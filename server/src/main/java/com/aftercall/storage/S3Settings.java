package com.aftercall.storage;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which buckets lie at Amazon S3; all others are folders. Region and address are those of {@code
 * aftercall.aws}.
 *
 * @param buckets their names; {@code *} is every bucket but our own
 * @param ownBucket where what Aftercall makes goes: waveforms, exports; null: into a folder
 * @param ownPrefix beginning of its keys in that bucket, slashes at its ends do not matter; null:
 *     none
 * @param pathStyle whether the bucket is named in the path instead of in the host
 * @param kmsKey id, ARN or alias of the key for what we write; null: as the bucket is set up
 * @param origins of pages that load recordings from the bucket itself; for the doctor
 */
@ConfigurationProperties("aftercall.storage.s3")
public record S3Settings(
    List<String> buckets,
    @Nullable String ownBucket,
    @Nullable String ownPrefix,
    @DefaultValue("false") boolean pathStyle,
    @Nullable String kmsKey,
    @DefaultValue List<String> origins) {

  /** Blank values are none. */
  public S3Settings {
    buckets = buckets == null ? List.of() : buckets.stream().map(S3Settings::bucket).toList();
    buckets = buckets.stream().filter(name -> !name.isEmpty()).distinct().toList();
    ownBucket = ownBucket == null || ownBucket.isBlank() ? null : ownBucket.strip();
    ownPrefix = ownPrefix == null ? "" : ownPrefix.strip().replaceAll("^/+|/+$", "");
    kmsKey = kmsKey == null || kmsKey.isBlank() ? null : kmsKey.strip();
    origins = List.copyOf(origins);
  }

  /** Operators paste what their console shows: {@code s3://bucket/prefix} is that bucket. */
  private static String bucket(String text) {
    var path = text.strip().replaceFirst("^s3://", "");
    return path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
  }

  /** The same with a slash, or nothing. */
  String ownPrefixOfKeys() {
    return ownPrefix == null || ownPrefix.isEmpty() ? "" : ownPrefix + "/";
  }

  /** Whether anything lies at Amazon S3. */
  public boolean isUsed() {
    return !buckets.isEmpty() || ownBucket != null;
  }

  /** All that are known by name, our own included. */
  public List<String> names() {
    return Stream.concat(buckets.stream(), Stream.ofNullable(ownBucket))
        .filter(name -> !name.equals("*"))
        .distinct()
        .toList();
  }

  /** Whether a bucket lies there. The bucket of our own is not asked for here. */
  public boolean has(String bucket) {
    return buckets.contains(bucket) || buckets.contains("*");
  }
}
