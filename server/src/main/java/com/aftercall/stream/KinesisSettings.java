package com.aftercall.stream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A stream of Amazon Kinesis Data Streams.
 *
 * @param stream name or ARN; blank: none is read
 * @param application names the tables in DynamoDB where the servers note what they have read
 * @param start where to begin while there are no such notes
 * @param retrieval how records are fetched
 * @param failover after which the shards of a server that died are read by another
 */
@ConfigurationProperties("aftercall.stream.kinesis")
public record KinesisSettings(
    @Nullable String stream,
    @DefaultValue("aftercall") String application,
    @DefaultValue("latest") String start,
    @DefaultValue("polling") Retrieval retrieval,
    @DefaultValue("10s") Duration failover) {

  /** How records are fetched. */
  public enum Retrieval {
    /** The stream pushes, over HTTP/2; has its own throughput and its own price. */
    FAN_OUT,
    /** Asked for once a second; shares 2 MB/s a shard with the stream's other readers. */
    POLLING
  }

  /** Throws {@link IllegalArgumentException} that names the value that is wrong. */
  public KinesisSettings {
    StartPosition.parse(start);
    if (failover.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("failover %s is less than 1s".formatted(failover));
    }
  }

  boolean isOn() {
    return stream != null && !stream.isBlank();
  }
}
