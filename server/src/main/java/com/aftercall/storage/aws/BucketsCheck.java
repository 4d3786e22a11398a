package com.aftercall.storage.aws;

import com.aftercall.aws.AwsClients;
import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import com.aftercall.storage.S3Settings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Lists one object of each bucket that is set, and reads a byte of it. */
@Component
final class BucketsCheck implements Check {

  private final S3Settings settings;
  private final AwsClients aws;

  BucketsCheck(S3Settings settings, AwsClients aws) {
    this.settings = settings;
    this.aws = aws;
  }

  @Override
  public String id() {
    return "s3-buckets";
  }

  @Override
  public String title() {
    return "Buckets at Amazon S3";
  }

  @Override
  public Finding run() {
    if (!settings.isUsed()) {
      return Finding.notUsed(
          "aftercall.storage.s3.buckets", "No bucket is set, so recordings lie in folders.");
    }
    var buckets = settings.names();
    if (buckets.isEmpty()) {
      return Finding.warning(
          "aftercall.storage.s3.buckets",
          "It is `*`, which names no bucket that could be looked at.",
          "Name the buckets. Then records that name another one are not looked up at Amazon S3.");
    }
    try (var client = S3ObjectStore.client(aws, settings)) {
      return look(client, buckets);
    }
  }

  private static Finding look(S3Client client, List<String> buckets) {
    var found = new ArrayList<String>();
    var cures = new ArrayList<String>();
    for (var bucket : buckets) {
      try {
        found.add("%s: %s.".formatted(bucket, look(client, bucket)));
      } catch (SdkException e) {
        var refusal = S3Failures.refusal(bucket, e);
        found.add(
            "%s: %s."
                .formatted(
                    bucket,
                    refusal.map(S3Failures.Refusal::what).orElse("failed, " + S3Failures.name(e))));
        cures.add(
            "%s: %s."
                .formatted(
                    bucket,
                    refusal
                        .map(S3Failures.Refusal::cure)
                        .orElse("look at aftercall.aws.region, endpoint and network")));
      }
    }
    var lookedAt = "one object of " + String.join(", ", buckets);
    return cures.isEmpty()
        ? Finding.ok(lookedAt, String.join(" ", found))
        : Finding.failed(lookedAt, String.join(" ", found), String.join(" ", cures));
  }

  private static String look(S3Client client, String bucket) {
    var objects = client.listObjectsV2(list -> list.bucket(bucket).maxKeys(1)).contents();
    if (objects.isEmpty()) {
      return "reached, and empty";
    }
    var first = objects.getFirst();
    if (first.size() == 0) {
      return "reached; the first object is empty, so none was read";
    }
    read(client, bucket, first);
    return "listed and read";
  }

  /** Only reading shows whether the KMS key may be used. */
  private static void read(S3Client client, String bucket, S3Object object) {
    client.getObjectAsBytes(get -> get.bucket(bucket).key(object.key()).range("bytes=0-0"));
  }
}
