package com.aftercall.stream.kafka;

import com.aftercall.stream.KafkaSettings;
import com.aftercall.stream.StartPosition;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Sets up Kafka's consumer. */
final class KafkaClients {

  private KafkaClients() {}

  /** One of the group. */
  static Consumer<byte[], byte[]> consumer(KafkaSettings settings) {
    var properties = properties(settings);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    properties.put(
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        switch (StartPosition.parse(settings.start()).kind()) {
          case LATEST -> "latest";
          case OLDEST -> "earliest";
          // A new partition has nothing from before that time.
          case TIME -> "earliest";
        });
    return connect(properties);
  }

  /** One that belongs to no group: whatever it reads, the group's offsets stay as they are. */
  static Consumer<byte[], byte[]> onlooker(KafkaSettings settings) {
    var properties = properties(settings);
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return connect(properties);
  }

  /** The operator's properties count for everything but what keeps records from being lost. */
  private static Map<String, Object> properties(KafkaSettings settings) {
    var properties = new HashMap<String, Object>();
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "aftercall");
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    properties.putAll(settings.properties());
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, String.join(",", settings.servers()));
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return properties;
  }

  private static Consumer<byte[], byte[]> connect(Map<String, Object> properties) {
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
