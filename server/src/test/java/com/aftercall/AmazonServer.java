package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.analysis.aws.ComprehendService;
import com.aftercall.aws.AwsJsonDouble;
import com.aftercall.aws.TestIdentity;
import com.aftercall.contact.SampleRecord;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import com.aftercall.transcript.aws.TranscribeService;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A server with Amazon Transcribe as its engine and Amazon Comprehend for all analyses; buckets are
 * folders that pass for Amazon S3. Who extends this shares one server.
 */
@Import(AmazonServer.FoldersAsBuckets.class)
abstract class AmazonServer extends RunningServer {

  static final AwsJsonDouble AMAZON = AwsJsonDouble.of("transcribe", "comprehend");
  static final TranscribeService TRANSCRIBE = TranscribeService.in(AMAZON);

  final ObjectStore objects;
  final JdbcClient jdbc;

  AmazonServer(ObjectStore objects, JdbcClient jdbc) {
    this.objects = objects;
    this.jdbc = jdbc;
  }

  @DynamicPropertySource
  static void useTranscribe(DynamicPropertyRegistry properties) {
    properties.add("aftercall.transcription.engine", () -> "amazon-transcribe");
    properties.add("aftercall.transcribe.output-bucket", () -> "transcripts");
    properties.add("aftercall.transcribe.first-look", () -> "200ms");
    properties.add("aftercall.transcribe.jobs", () -> 3);
    properties.add("aftercall.aws.region", () -> "eu-central-1");
    properties.add("aftercall.aws.endpoints.transcribe", AMAZON::address);
    properties.add("aftercall.aws.endpoints.comprehend", AMAZON::address);
    properties.add("aftercall.redaction.by", () -> "amazon-comprehend");
    properties.add("aftercall.redaction.other-languages", () -> "keep");
    for (var analysis :
        List.of("sentiment", "key-phrases", "dominant-language", "custom-entities", "syntax")) {
      properties.add("aftercall.analysis." + analysis, () -> "amazon-comprehend");
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class FoldersAsBuckets {

    @Bean
    @Primary
    ObjectStore buckets(@Qualifier("objectStore") ObjectStore folders) {
      return (ObjectStore)
          Proxy.newProxyInstance(
              FoldersAsBuckets.class.getClassLoader(),
              new Class<?>[] {ObjectStore.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("s3Address")) {
                  return Optional.of("s3://" + arguments[0]);
                }
                try {
                  return method.invoke(folders, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }

  @BeforeAll
  void beSomebody() {
    TestIdentity.take();
    ComprehendService.in(AMAZON);
    TRANSCRIBE.writeTranscriptsBy(
        place ->
            objects.put(
                ObjectLocation.parse(place),
                new ByteArrayInputStream(fixture("journey/recording-9s.transcribe.json"))));
  }

  @AfterEach
  void everyCallFitsTheModel() {
    TRANSCRIBE.failFor(Optional.empty());
    assertThat(AMAZON.faults()).isEmpty();
  }

  @AfterAll
  static void beNobody() {
    TestIdentity.drop();
  }

  void hand(String id, String language) {
    api().store("calls/" + id + ".wav", fixture("journey/recording-9s-8khz.wav"));
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", id)
                .recordedAt("calls/" + id + ".wav")
                .attribute("postcallTranscribeLanguage", language)
                .attribute("postcallTranscribeComprehendAnalysis", "snt,kw,dl,ne,syn"));
  }

  JsonNode play(String id, String language) {
    hand(id, language);
    return api().settled(id);
  }

  static String onlyJob(String id) {
    var names =
        TRANSCRIBE.orders("s3://calls/" + id + ".wav").stream()
            .map(order -> order.path("TranscriptionJobName").asString())
            .distinct()
            .toList();
    assertThat(names).hasSize(1);
    return names.getFirst();
  }

  static void assertComplete(JsonNode page) {
    assertThat(page.path("state").asString())
        .as(page.path("reason").asString(""))
        .isEqualTo("complete");
  }
}
