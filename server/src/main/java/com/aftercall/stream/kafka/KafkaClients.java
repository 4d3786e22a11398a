package com.aftercall.stream.kafka;

import com.aftercall.stream.KafkaSettings;
import com.aftercall.stream.StartPosition;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Sets up Kafka's consumer. */
final class KafkaClients {

  private KafkaClients() {}

  /** The operator's properties count for everything but what keeps records from being lost. */
  static Consumer<byte[], byte[]> consumer(KafkaSettings settings) {
    var properties = new HashMap<String, Object>();
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "aftercall");
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    properties.putAll(settings.properties());
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, String.join(",", settings.servers()));
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        switch (StartPosition.parse(settings.start()).kind()) {
          case LATEST -> "latest";
          case OLDEST -> "earliest";
          // A new partition has nothing from before that time.
          case TIME -> "earliest";
        });
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
