package com.aftercall.stream;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A topic of Apache Kafka.
 *
 * @param servers some of the brokers, {@code host:port}
 * @param topic name; blank: none is read
 * @param group the consumer group under which the servers note what they have read
 * @param start where to begin while there are no such notes
 * @param properties of Kafka's consumer, by their own names, such as {@code security.protocol}
 */
@ConfigurationProperties("aftercall.stream.kafka")
public record KafkaSettings(
    @DefaultValue List<String> servers,
    @Nullable String topic,
    @DefaultValue("aftercall") String group,
    @DefaultValue("latest") String start,
    Map<String, String> properties) {

  /** Throws {@link IllegalArgumentException} that names the value that is wrong. */
  public KafkaSettings(
      @DefaultValue List<String> servers,
      @Nullable String topic,
      @DefaultValue("aftercall") String group,
      @DefaultValue("latest") String start,
      @Nullable Map<String, String> properties) {
    StartPosition.parse(start);
    this.servers = List.copyOf(servers);
    this.topic = topic;
    this.group = group;
    this.start = start;
    this.properties = properties == null ? Map.of() : Map.copyOf(properties);
  }

  boolean isOn() {
    return topic != null && !topic.isBlank();
  }

  /** Without the values, among which are passwords. */
  @Override
  public String toString() {
    return "KafkaSettings[%s of %s, properties %s]".formatted(topic, servers, properties.keySet());
  }
}
