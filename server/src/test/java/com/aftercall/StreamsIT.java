package com.aftercall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.contact.SampleRecord;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.kinesis.retrieval.kpl.Messages;
import tools.jackson.databind.JsonNode;

/**
 * One server that reads a Kinesis stream of two shards, with leases in DynamoDB, and a Kafka topic;
 * all three are programs of others.
 */
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StreamsIT extends RunningServer {

  private static final String STREAM = "contact-records";
  private static final int RECORDS = 300;

  private static final String SERVICE = start();
  private static final KinesisClient KINESIS =
      KinesisClient.builder()
          .endpointOverride(URI.create(SERVICE))
          .region(Region.EU_CENTRAL_1)
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .build();

  private static final AtomicReference<ForeignProgram> BROKER = new AtomicReference<>();

  private final JdbcTemplate jdbc;

  @Autowired
  StreamsIT(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  private static String start() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    // Kinesalite does not speak it.
    System.setProperty("aws.cborEnabled", "false");
    return "http://127.0.0.1:" + ForeignProgram.kinesis().port();
  }

  @DynamicPropertySource
  static void makeTheStream(DynamicPropertyRegistry settings) {
    KINESIS.createStream(request -> request.streamName(STREAM).shardCount(2));
    awaitActive();
    var leases = "http://127.0.0.1:" + ForeignProgram.dynamoDb().port();
    BROKER.set(ForeignProgram.kafka());
    var broker = "127.0.0.1:" + BROKER.get().port();
    makeTheTopic(broker);
    settings.add("aftercall.stream.kafka.servers", () -> broker);
    settings.add("aftercall.stream.kafka.topic", () -> STREAM);
    settings.add("aftercall.stream.kafka.start", () -> "earliest");
    settings.add("aftercall.stream.kafka.properties.client.rack", () -> "here");
    settings.add("aftercall.aws.region", () -> "eu-central-1");
    settings.add("aftercall.aws.endpoints.kinesis", () -> SERVICE);
    settings.add("aftercall.aws.endpoints.dynamodb", () -> leases);
    settings.add("aftercall.stream.kinesis.stream", () -> STREAM);
    settings.add("aftercall.stream.kinesis.start", () -> "trim-horizon");
    settings.add("aftercall.stream.kinesis.retrieval", () -> "polling");
    settings.add("aftercall.stream.kinesis.failover", () -> "5s");
  }

  private static void awaitActive() {
    await()
        .until(
            () ->
                KINESIS
                        .describeStreamSummary(request -> request.streamName(STREAM))
                        .streamDescriptionSummary()
                        .streamStatus()
                    == StreamStatus.ACTIVE);
  }

  private static void makeTheTopic(String broker) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      admin
          .createTopics(List.of(new NewTopic(STREAM, 3, (short) 1)))
          .all()
          .get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Order(1)
  void everyRecordBecomesAContactThroughASplitOfAShardAndPoisonIsSetAside() throws Exception {
    put(IntStream.range(0, RECORDS / 2).mapToObj(StreamsIT::record).toList());
    put(List.of("this is no JSON".getBytes(UTF_8), "{\"Channel\":\"VOICE\"}".getBytes(UTF_8)));
    put(List.of(aggregated(List.of(json("kinesis-aggregated-1"), json("kinesis-aggregated-2")))));
    awaitContacts("kinesis-%", RECORDS / 2 + 2);
    KINESIS.splitShard(
        request ->
            request
                .streamName(STREAM)
                .shardToSplit("shardId-000000000000")
                .newStartingHashKey("85070591730234615865843651857942052864"));
    awaitActive();
    put(IntStream.range(RECORDS / 2, RECORDS).mapToObj(StreamsIT::record).toList());
    put(List.of((json("kinesis-good-half") + "\n{\"ContactId\": 7}").getBytes(UTF_8)));

    awaitContacts("kinesis-%", RECORDS + 3);

    assertThat(rejected())
        .extracting(record -> record.path("reason").asString())
        .anySatisfy(reason -> assertThat(reason).contains("is no JSON object"))
        .anySatisfy(reason -> assertThat(reason).contains("it has no ContactId"))
        .anySatisfy(reason -> assertThat(reason).contains("ContactId"));
    assertThat(rejected())
        .allSatisfy(
            record -> assertThat(record.path("partition").asString()).startsWith("shardId-"));
  }

  @Test
  @Order(2)
  void progressOfEachShardIsShown() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              var stream = api().get("/api/v1/streams").json().path("items").path(0);
              assertThat(stream.path("name").asString()).isEqualTo("kinesis:" + STREAM);
              assertThat(stream.path("state").asString()).isEqualTo("reading");
              assertThat(stream.path("rejected").asInt()).isEqualTo(3);
              // Two shards, and the two that one of them was split into.
              assertThat(stream.path("partitions").size()).isEqualTo(4);
              assertThat(stream.path("message").isNull()).isTrue();
              assertThat(sum(stream.path("partitions"))).isGreaterThanOrEqualTo(RECORDS + 4);
            });
  }

  @Test
  @Order(3)
  void rejectedRecordIsShownTriedAgainAndDismissed() {
    var poison =
        rejected().stream()
            .filter(record -> record.path("reason").asString().contains("no JSON object"))
            .findFirst()
            .orElseThrow();
    var path = "/api/v1/rejected-records/" + poison.path("id").asString();

    var content = api().get(path + "/content");
    var retry = api().post(path + "/retry", "");

    assertThat(content.text()).isEqualTo("this is no JSON");
    assertThat(content.header("Content-Disposition")).startsWith("attachment");
    assertThat(retry.json().path("taken").asBoolean()).isFalse();
    assertThat(retry.json().path("reason").asString()).contains("no JSON object");
    assertThat(api().get("/api/v1/rejected-records").json().path("total").asInt()).isEqualTo(3);
    assertThat(api().delete(path).status()).isEqualTo(204);
    assertThat(api().delete(path).status()).isEqualTo(404);
    assertThat(rejected()).hasSize(2);
  }

  @Test
  @Order(4)
  void rejectedRecordThatCanBeTakenNowIsAContactAndGone() {
    jdbc.update(
        """
        update rejected_record set content = ? where id = (select min(id) from rejected_record)
        """,
        (Object) record(9_999));
    var first = rejected().getLast().path("id").asString();

    var retry = api().post("/api/v1/rejected-records/" + first + "/retry", "");

    assertThat(retry.json().path("taken").asBoolean()).isTrue();
    assertThat(contacts("kinesis-9999")).isEqualTo(1);
    assertThat(rejected()).hasSize(1);
  }

  @Test
  @Order(5)
  void everyRecordOfTheTopicBecomesAContactAndPoisonIsSetAside() throws Exception {
    var settings = Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + BROKER.get().port());
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (var i = 0; i < RECORDS; i++) {
        send(producer, i % 3, json("kafka-" + i));
      }
      send(producer, 1, "poison");
      send(producer, 1, json("kafka-after"));
    }

    awaitContacts("kafka-%", RECORDS + 1);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              var stream = api().get("/api/v1/streams").json().path("items").path(1);
              assertThat(stream.path("name").asString()).isEqualTo("kafka:" + STREAM);
              assertThat(stream.path("state").asString()).isEqualTo("reading");
              assertThat(stream.path("rejected").asInt()).isEqualTo(1);
              assertThat(stream.path("partitions").size()).isEqualTo(3);
              assertThat(sum(stream.path("partitions"))).isEqualTo(RECORDS + 2);
              assertThat(stream.path("partitions").path(1).path("behindRecords").asInt(-1))
                  .isZero();
              assertThat(committed()).isEqualTo(RECORDS + 2);
            });
    assertThat(rejected().getFirst().path("place").asString()).isEqualTo("100");
  }

  @Test
  @Order(6)
  void filesAsFirehoseWritesThemAreReadOnceEach() throws Exception {
    api().store("firehose/ctr/2026/11/20/a", packed(json("file-1") + json("file-2")));
    api().store("firehose/ctr/2026/11/20/b", packed(json("file-3") + "\n{\"Channel\": 1}\n"));
    api().store("firehose/ctr/2026/11/21/c", json("file-4").getBytes(UTF_8));
    api().store("firehose/ctr/2026/11/21/broken", Arrays.copyOf(packed(json("file-5")), 40));
    api().store("firehose/other/d", json("file-6").getBytes(UTF_8));

    var begun =
        api()
            .post(
                "/api/v1/backfills",
                "{\"bucket\": \"firehose\", \"prefix\": \"ctr/\", \"from\": \"2026-01-01T00:00:00Z\"}");
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    var path = "/api/v1/backfills/" + begun.json().path("id").asString();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> api().get(path).json().path("state").asString().equals("complete"));

    var ended = api().get(path).json();
    assertThat(ended.path("files").asInt()).isEqualTo(4);
    assertThat(ended.path("accepted").asInt()).isEqualTo(4);
    assertThat(ended.path("rejected").asInt()).isEqualTo(2);
    assertThat(ended.path("place").asString()).isEqualTo("ctr/2026/11/21/c");
    assertThat(contacts("file-%")).isEqualTo(4);
    assertThat(rejected().stream().filter(r -> r.path("partition").asString().equals("firehose")))
        .extracting(record -> record.path("place").asString())
        .containsExactlyInAnyOrder("ctr/2026/11/20/b#1", "ctr/2026/11/21/broken#0");
    assertThat(api().delete(path).status()).as("ended already").isEqualTo(404);
  }

  @Test
  @Order(7)
  void filesWrittenBeforeTheTimeArePassedOver() {
    var begun =
        api()
            .post(
                "/api/v1/backfills",
                "{\"bucket\": \"firehose\", \"from\": \"2126-01-01T00:00:00Z\"}");
    var path = "/api/v1/backfills/" + begun.json().path("id").asString();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> api().get(path).json().path("state").asString().equals("complete"));

    assertThat(api().get(path).json().path("files").asInt()).isZero();
    assertThat(contacts("file-6")).isZero();
    assertThat(api().post("/api/v1/backfills", "{\"bucket\": \"a/b\"}").status()).isEqualTo(400);
    assertThat(api().post("/api/v1/backfills", "{\"bucket\": \"a\", \"from\": \"x\"}").status())
        .isEqualTo(400);
  }

  private static byte[] packed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, int partition, String text)
      throws ExecutionException, InterruptedException {
    producer.send(new ProducerRecord<>(STREAM, partition, null, text.getBytes(UTF_8))).get();
  }

  private static long committed() throws Exception {
    try (var admin =
        Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + BROKER.get().port()))) {
      return admin
          .listConsumerGroupOffsets("aftercall")
          .partitionsToOffsetAndMetadata()
          .get(30, TimeUnit.SECONDS)
          .values()
          .stream()
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    }
  }

  private List<JsonNode> rejected() {
    var items = api().get("/api/v1/rejected-records?limit=200").json().path("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  private static long sum(JsonNode partitions) {
    return StreamSupport.stream(partitions.spliterator(), false)
        .mapToLong(partition -> partition.path("records").asLong())
        .sum();
  }

  private void awaitContacts(String pattern, int count) {
    await(pattern)
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(contacts(pattern)).isEqualTo(count));
  }

  private long contacts(String pattern) {
    var count =
        jdbc.queryForObject(
            "select count(*) from contact where contact_id like ?", Long.class, pattern);
    return count == null ? 0 : count;
  }

  private static byte[] record(int number) {
    return json("kinesis-" + number).getBytes(UTF_8);
  }

  private static String json(String contactId) {
    return SampleRecord.of(contactId).json();
  }

  private static void put(List<byte[]> records) {
    var entries = new ArrayList<PutRecordsRequestEntry>();
    for (var record : records) {
      entries.add(
          PutRecordsRequestEntry.builder()
              .partitionKey("key-" + entries.size())
              .data(SdkBytes.fromByteArray(record))
              .build());
    }
    var answer = KINESIS.putRecords(request -> request.streamName(STREAM).records(entries));
    assertThat(answer.failedRecordCount()).isZero();
  }

  /** As Amazon's producer library packs records of one shard: magic, protocol buffer, MD5. */
  private static byte[] aggregated(List<String> records) throws Exception {
    var message = Messages.AggregatedRecord.newBuilder().addPartitionKeyTable("key-0");
    for (var record : records) {
      message.addRecords(
          Messages.Record.newBuilder()
              .setPartitionKeyIndex(0)
              .setData(ByteString.copyFromUtf8(record)));
    }
    var body = message.build().toByteArray();
    var whole = new ByteArrayOutputStream();
    whole.write(new byte[] {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2});
    whole.write(body);
    whole.write(MessageDigest.getInstance("MD5").digest(body));
    return whole.toByteArray();
  }
}
