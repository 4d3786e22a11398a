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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
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
              assertThat(stream.path("canBackfill").asBoolean()).isTrue();
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
    try (var producer = producer()) {
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
    assertThat(ended.path("redelivered").asInt()).isZero();
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

  @Test
  @Order(8)
  void pastOfAKinesisStreamIsReadBesideItsRunningReader() throws Exception {
    put(List.of(json("again-too-old").getBytes(UTF_8)));
    awaitContacts("again-%", 1);
    var from = betweenTwo();
    put(IntStream.range(0, 20).mapToObj(i -> json("again-" + i).getBytes(UTF_8)).toList());
    put(List.of(aggregated(List.of(json("again-packed-1"), json("again-packed-2")))));
    put(List.of("poison of the past".getBytes(UTF_8)));
    awaitContacts("again-%", 23);
    KINESIS.splitShard(
        request ->
            request
                .streamName(STREAM)
                .shardToSplit("shardId-000000000001")
                .newStartingHashKey("255211775190703847597530955573826158592"));
    awaitActive();
    put(IntStream.range(20, 30).mapToObj(i -> json("again-" + i).getBytes(UTF_8)).toList());
    awaitContacts("again-%", 33);
    var until = betweenTwo();
    put(List.of(json("again-too-young").getBytes(UTF_8)));
    awaitContacts("again-%", 34);
    var rejectedBefore = rejected().size();
    forget("again-3", "again-25", "again-packed-2");

    var ended =
        backfill(
            "{\"stream\": \"kinesis:%s\", \"from\": \"%s\", \"until\": \"%s\"}"
                .formatted(STREAM, from, until));

    assertThat(ended.path("accepted").asInt()).isEqualTo(32);
    assertThat(ended.path("redelivered").asInt()).isEqualTo(29);
    assertThat(ended.path("rejected").asInt()).isEqualTo(1);
    // Two shards, and the two that each of them was split into.
    assertThat(ended.path("partitions").asInt()).isEqualTo(6);
    assertThat(ended.path("partitionsRead").asInt()).isEqualTo(6);
    assertThat(ended.path("stream").asString()).isEqualTo("kinesis:" + STREAM);
    assertThat(ended.path("bucket").isNull()).isTrue();
    assertThat(contacts("again-%")).isEqualTo(34);
    assertThat(redelivered("again-4")).isEqualTo(1);
    assertThat(redelivered("again-too-old")).isZero();
    assertThat(redelivered("again-too-young")).isZero();
    assertThat(rejected())
        .as("what is set aside already is not set aside again")
        .hasSize(rejectedBefore);
  }

  @Test
  @Order(9)
  void backfillOfAKinesisStreamGoesOnWhereItWas() {
    var longest =
        IntStream.rangeClosed(2, 5)
            .mapToObj(number -> "shardId-00000000000" + number)
            .max(Comparator.comparingInt(shard -> recordsOf(shard).size()))
            .orElseThrow();
    var records = recordsOf(longest);
    asAfterAKill("half-kinesis", "kinesis:" + STREAM);
    for (var number = 0; number < 6; number++) {
      var shard = "shardId-00000000000" + number;
      note("half-kinesis", shard, null, !shard.equals(longest));
    }
    note("half-kinesis", longest, records.get(records.size() - 3).sequenceNumber(), false);

    assertThat(takenUp("half-kinesis").path("accepted").asInt()).isEqualTo(2);
  }

  @Test
  @Order(10)
  void pastOfATopicIsReadBesideItsGroup() throws Exception {
    var from = betweenTwo();
    try (var producer = producer()) {
      for (var i = 0; i < 9; i++) {
        send(producer, i % 3, json("topic-again-" + i));
      }
    }
    var until = betweenTwo();
    try (var producer = producer()) {
      send(producer, 0, json("topic-again-too-young"));
    }
    awaitContacts("topic-again-%", 10);
    awaitCommitted(RECORDS + 12);
    forget("topic-again-4");

    var ended =
        backfill(
            "{\"stream\": \"kafka:%s\", \"from\": \"%s\", \"until\": \"%s\"}"
                .formatted(STREAM, from, until));

    assertThat(ended.path("accepted").asInt()).isEqualTo(9);
    assertThat(ended.path("redelivered").asInt()).isEqualTo(8);
    assertThat(ended.path("partitionsRead").asInt()).isEqualTo(3);
    assertThat(contacts("topic-again-%")).isEqualTo(10);
    assertThat(redelivered("topic-again-too-young")).isZero();
    assertThat(redelivered("kafka-1")).isZero();
    assertThat(committed()).isEqualTo(RECORDS + 12);
  }

  @Test
  @Order(11)
  void allThatATopicHasIsReadWhereNoTimeIsGiven() throws Exception {
    var ended = backfill("{\"stream\": \"kafka:%s\"}".formatted(STREAM));

    assertThat(ended.path("accepted").asInt()).isEqualTo(RECORDS + 11);
    assertThat(ended.path("redelivered").asInt()).isEqualTo(RECORDS + 11);
    assertThat(ended.path("rejected").asInt()).isEqualTo(1);
    assertThat(redelivered("kafka-1")).isEqualTo(1);
    assertThat(committed()).isEqualTo(RECORDS + 12);
  }

  @Test
  @Order(12)
  void backfillOfATopicGoesOnWhereItWas() {
    asAfterAKill("half-kafka", "kafka:" + STREAM);
    note("half-kafka", "0", "89", false);
    note("half-kafka", "1", "3", true);
    note("half-kafka", "2", null, false);

    // Of the first those from 90 on, with three and one of the tests above; of the third all.
    assertThat(takenUp("half-kafka").path("accepted").asInt()).isEqualTo(10 + 4 + 100 + 3);
  }

  @Test
  @Order(13)
  void backfillOfAStreamCanBeStopped() throws Exception {
    var begun = api().post("/api/v1/backfills", "{\"stream\": \"kinesis:%s\"}".formatted(STREAM));
    var path = "/api/v1/backfills/" + begun.json().path("id").asString();

    // It needs two calls a shard, a second apart.
    assertThat(api().delete(path).status()).isEqualTo(204);

    Thread.sleep(Duration.ofSeconds(3));
    var ended = api().get(path).json();
    assertThat(ended.path("state").asString()).isEqualTo("stopped");
    assertThat(ended.path("partitionsRead").asInt()).isLessThan(6);
  }

  @ParameterizedTest
  @Order(14)
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{}|the name of a bucket or that of a stream",
        "{'bucket': 'b', 'stream': 'kafka:contact-records'}|the name of a bucket or that of a stream",
        "{'stream': 'kafka:other'}|No stream 'kafka:other' is set",
        "{'stream': 'kafka:contact-records', 'prefix': 'p'}|no prefix",
        "{'stream': 'kafka:contact-records', 'from': '2126-01-01T00:00:00Z'}|a time that is over",
        "{'bucket': 'b', 'from': '2026-01-02T00:00:00Z', 'until': '2026-01-02T00:00:00Z'}|before until"
      })
  void whatCannotBeReadIsRefused(String request, String reason) {
    var answer = api().post("/api/v1/backfills", request.replace('\'', '"'));

    assertThat(answer.status()).as(request).isEqualTo(400);
    assertThat(answer.json().path("detail").asString()).contains(reason);
  }

  /** A time later than all that came, and earlier than all that comes. */
  private static Instant betweenTwo() throws InterruptedException {
    Thread.sleep(50);
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Thread.sleep(50);
    return now;
  }

  /** As if nobody had read their records. */
  private void forget(String... contactIds) {
    for (var contactId : contactIds) {
      assertThat(jdbc.update("delete from contact where contact_id = ?", contactId)).isEqualTo(1);
    }
  }

  private JsonNode backfill(String request) {
    var begun = api().post("/api/v1/backfills", request);
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    return end(begun.json().path("id").asString());
  }

  private JsonNode end(String id) {
    var ended =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () -> api().get("/api/v1/backfills/" + id).json(),
                now -> !now.path("state").asString().equals("running"));
    assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("complete");
    return ended;
  }

  /** What a server that was killed leaves in the database. */
  private void asAfterAKill(String id, String stream) {
    jdbc.update(
        """
        insert into backfill (id, stream, state, created_at, changed_at)
        values (?, ?, 'running', now(), now())
        """,
        id,
        stream);
  }

  private void note(String id, String partition, @Nullable String place, boolean read) {
    jdbc.update(
        """
        insert into backfill_partition (backfill_id, partition_id, place, read) values (?, ?, ?, ?)
        on conflict (backfill_id, partition_id) do update set place = excluded.place
        """,
        id,
        partition,
        place,
        read);
  }

  private JsonNode takenUp(String id) {
    jdbc.update(
        """
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        values ('backfill', ?, now(), false, 1)
        """,
        id);
    return end(id);
  }

  private static List<Record> recordsOf(String shard) {
    var begin =
        KINESIS.getShardIterator(
            request ->
                request
                    .streamName(STREAM)
                    .shardId(shard)
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON));
    return KINESIS.getRecords(request -> request.shardIterator(begin.shardIterator())).records();
  }

  private long redelivered(String contactId) {
    var count =
        jdbc.queryForObject(
            "select redelivered from contact where contact_id = ?", Long.class, contactId);
    return count == null ? 0 : count;
  }

  private static KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + BROKER.get().port()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static void awaitCommitted(long offsets) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(committed()).isEqualTo(offsets));
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
