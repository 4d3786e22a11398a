package com.aftercall.stream;

import com.aftercall.aws.AwsClients;
import com.aftercall.stream.aws.FileEventSource;
import com.aftercall.stream.aws.KinesisSource;
import com.aftercall.stream.kafka.KafkaSource;
import com.aftercall.stream.spi.RecordSource;
import java.util.ArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the sources that are set; the code of the others is not even loaded. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

  @Bean
  Streams streams(
      KinesisSettings kinesis,
      KafkaSettings kafka,
      FileEventSettings fileEvents,
      RecordFiles files,
      AwsClients aws,
      StreamIntake intake,
      StreamProgress progress,
      RejectedRecords rejectedRecords,
      ServerName server) {
    var sources = new ArrayList<RecordSource>();
    if (kinesis.isOn()) {
      sources.add(new KinesisSource(kinesis, aws, server, intake, progress));
    }
    if (kafka.isOn()) {
      sources.add(new KafkaSource(kafka, intake, progress));
    }
    if (fileEvents.isOn()) {
      sources.add(new FileEventSource(fileEvents, aws, files, intake, progress));
    }
    return new Streams(sources, progress, rejectedRecords);
  }
}
