package com.aftercall.storage.aws;

import com.aftercall.aws.AwsClients;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectDescription;
import com.aftercall.storage.ObjectInput;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import com.aftercall.storage.S3Settings;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects in Amazon S3. A bucket may lie in any region: S3 says in which, and the SDK remembers.
 * Who we are there is found by the SDK's default chain.
 */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {

  /** The service lists no more at a time. */
  private static final int MOST_LISTED = 1_000;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final S3Client client;
  private final @Nullable String kmsKey;

  private S3ObjectStore(S3Client client, @Nullable String kmsKey) {
    this.client = client;
    this.kmsKey = kmsKey;
  }

  /** Gets ready, without a call yet. */
  public static S3ObjectStore connect(AwsClients aws, S3Settings settings) {
    return new S3ObjectStore(client(aws, settings), settings.kmsKey());
  }

  static S3Client client(AwsClients aws, S3Settings settings) {
    var builder =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
            .forcePathStyle(settings.pathStyle())
            .crossRegionAccessEnabled(true);
    return aws.configure(builder, "s3").build();
  }

  @Override
  public Optional<ObjectDescription> find(ObjectLocation location) {
    return look(location)
        .map(found -> new ObjectDescription(location, found.contentLength(), found.lastModified()));
  }

  private Optional<HeadObjectResponse> look(ObjectLocation location) {
    try {
      return Optional.of(
          client.headObject(head -> head.bucket(location.bucket()).key(location.key())));
    } catch (S3Exception e) {
      if (S3Failures.isMissing(e)) {
        return Optional.empty();
      }
      throw S3Failures.of(location, e);
    } catch (SdkException e) {
      throw S3Failures.of(location, e);
    }
  }

  @Override
  public List<ObjectDescription> list(String bucket, String prefix, String after, int atMost) {
    List<ObjectDescription> found = new ArrayList<>();
    var from = after;
    while (found.size() < atMost) {
      var start = from;
      var wanted = Math.min(MOST_LISTED, atMost - found.size());
      var page = page(bucket, list -> list.prefix(prefix).startAfter(start).maxKeys(wanted));
      found.addAll(page);
      if (page.size() < wanted) {
        break;
      }
      from = page.getLast().location().key();
    }
    return found;
  }

  private List<ObjectDescription> page(
      String bucket, Consumer<ListObjectsV2Request.Builder> which) {
    try {
      return client.listObjectsV2(list -> which.accept(list.bucket(bucket))).contents().stream()
          .map(
              object ->
                  new ObjectDescription(
                      new ObjectLocation(bucket, object.key()),
                      object.size(),
                      object.lastModified()))
          .toList();
    } catch (SdkException e) {
      throw S3Failures.of(bucket, e);
    }
  }

  @Override
  public ObjectInput open(ObjectLocation location) {
    var found =
        look(location)
            .orElseThrow(
                () ->
                    new RetryableException(
                        FailureCode.RECORDING_NOT_FOUND,
                        "there is no object %s in Amazon S3".formatted(location)));
    return new S3ObjectInput(client, location, found);
  }

  @Override
  public void put(ObjectLocation location, InputStream content) {
    new S3Upload(client, location, kmsKey, false).send(content);
  }

  @Override
  public boolean putIfAbsent(ObjectLocation location, InputStream content) {
    return new S3Upload(client, location, kmsKey, true).send(content);
  }

  @Override
  public Optional<String> s3Address(ObjectLocation location) {
    return Optional.of("s3://" + location);
  }

  @Override
  public void delete(ObjectLocation location) {
    try {
      client.deleteObject(delete -> delete.bucket(location.bucket()).key(location.key()));
    } catch (S3Exception e) {
      if (!S3Failures.isMissing(e)) {
        throw S3Failures.of(location, e);
      }
    } catch (SdkException e) {
      throw S3Failures.of(location, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
