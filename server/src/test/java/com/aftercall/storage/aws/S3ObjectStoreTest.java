package com.aftercall.storage.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.aftercall.aws.AwsClients;
import com.aftercall.aws.AwsSettings;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.BrokenInput;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.S3Settings;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How S3 is asked, and what its failures become. */
class S3ObjectStoreTest {

  private static final ObjectLocation PLACE = ObjectLocation.parse("calls/2026/a1.wav");

  @RegisterExtension private final S3Double amazon = new S3Double();

  private S3ObjectStore store() {
    return store(null);
  }

  private S3ObjectStore store(@Nullable String kmsKey) {
    return S3ObjectStore.connect(
        amazon.clients(), new S3Settings(List.of("*"), null, "", true, kmsKey, List.of()));
  }

  private void has(int bytes) {
    var content = new byte[bytes];
    for (var i = 0; i < bytes; i++) {
      content[i] = (byte) (i ^ (i >> 11));
    }
    amazon.put("/" + PLACE, content);
  }

  @Test
  void recordingOfAQuarterOfAnHourIsReadWithTwelveRequests() throws IOException {
    has(28_800_044); // two channels, 8 kHz, 16 bit

    try (var store = store();
        var input = store.open(PLACE)) {
      var buffer = new byte[1 << 16];
      var total = 0L;
      try (var stream = input.stream(0)) {
        for (var read = stream.read(buffer); read > 0; read = stream.read(buffer)) {
          total += read;
        }
      }
      assertThat(total).isEqualTo(28_800_044);
    }
    assertThat(amazon.asked("HEAD")).hasSize(1);
    assertThat(amazon.asked("GET")).hasSize(12);
  }

  @Test
  void beginningIsKeptForWhoeverComesBackToIt() throws IOException {
    has(10_000_000);
    try (var store = store();
        var input = store.open(PLACE)) {
      var bytes = new byte[64];
      for (var position : new long[] {0, 12, 9_999_000, 36, 0, 9_999_500}) {
        assertThat(input.read(position, bytes, 0, 64)).isEqualTo(64);
        assertThat(bytes[0]).isEqualTo((byte) (position ^ (position >> 11)));
      }
    }
    assertThat(amazon.asked("GET")).hasSize(2);
  }

  @Test
  void objectThatIsReplacedWhileItIsReadIsNotMixed() throws IOException {
    has(1_000_000);
    try (var store = store();
        var input = store.open(PLACE)) {
      assertThat(input.read(0, new byte[10], 0, 10)).isEqualTo(10);
      has(2_000_000);

      assertThatIOException()
          .isThrownBy(() -> input.read(500_000, new byte[10], 0, 10))
          .withMessage("calls/2026/a1.wav was replaced or deleted while it was read");
    }
  }

  @Test
  void answerThatEndsTooEarlyIsNoAnswer() throws IOException {
    has(1_000_000);
    try (var store = store();
        var input = store.open(PLACE)) {
      for (var i = 0; i < 4; i++) {
        amazon.breakNextOff(100);
      }
      var bytes = new byte[10];

      assertThat(catchThrowable(() -> input.read(0, bytes, 0, 10)))
          .matches(
              e ->
                  e instanceof IOException
                      || (e instanceof RetryableException retry
                          && retry.code() == FailureCode.STORAGE_UNAVAILABLE),
              "broke off");
    }
  }

  @Test
  void connectionThatEndsBeforeItIsWrittenIsAFailureOfStorage() throws Exception {
    try (var dumb = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> hangUpOnAll(dumb));
      var address = URI.create("http://127.0.0.1:" + dumb.getLocalPort());
      var clients = new AwsClients(new AwsSettings("eu-central-1", Map.of("s3", address)));
      var settings = new S3Settings(List.of("*"), null, "", true, null, List.of());
      try (var store = S3ObjectStore.connect(clients, settings)) {
        assertThatExceptionOfType(RetryableException.class)
            .isThrownBy(() -> store.put(PLACE, new ByteArrayInputStream(new byte[100])))
            .matches(e -> e.code() == FailureCode.STORAGE_UNAVAILABLE);
      }
    }
  }

  private static void hangUpOnAll(ServerSocket server) {
    try {
      while (true) {
        try (var caller = server.accept()) {
          var head = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
          while (!head.readLine().isEmpty()) {
            // Only that the client has said what it wants.
          }
        }
      }
    } catch (IOException e) {
      // The test has closed it.
    }
  }

  @Test
  void throttlingThatPassesIsNotNoticed() throws IOException {
    has(100);
    try (var store = store();
        var input = store.open(PLACE)) {
      amazon.failNext(503, "SlowDown", "Please reduce your request rate.");
      amazon.failNext(500, "InternalError", "We encountered an internal error.");

      assertThat(input.read(0, new byte[10], 0, 10)).isEqualTo(10);
    }
    assertThat(amazon.asked("GET")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503 | SlowDown | Please reduce your request rate. | STORAGE_UNAVAILABLE | SlowDown",
        "500 | InternalError | Try again. | STORAGE_UNAVAILABLE | InternalError",
        "403 | AccessDenied | Access Denied | STORAGE_DENIED | allow s3:GetObject",
        "403 | AccessDenied | User: arn:aws:iam::1:user/x is not authorized to perform: kms:Decrypt"
            + " | STORAGE_DENIED | allow kms:Decrypt",
        "400 | KMS.DisabledException | The key is disabled | STORAGE_DENIED | key is enabled",
        "403 | InvalidObjectState | The operation is not valid | STORAGE_DENIED | restore it",
        "400 | ExpiredToken | The provided token has expired. | STORAGE_DENIED | renew them",
        "403 | SignatureDoesNotMatch | The signature | STORAGE_DENIED | SignatureDoesNotMatch",
        "404 | NoSuchBucket | The bucket | STORAGE_DENIED | there is no bucket calls"
      })
  void failureSaysWhatItMeansAndWhatToDo(
      int status, String code, String message, FailureCode becomes, String says)
      throws IOException {
    has(100);
    try (var store = store();
        var input = store.open(PLACE)) {
      for (var i = 0; i < 6; i++) {
        amazon.failNext(status, code, message);
      }
      assertThatExceptionOfType(RetryableException.class)
          .isThrownBy(() -> input.read(0, new byte[10], 0, 10))
          .satisfies(e -> assertThat(e.code()).isEqualTo(becomes))
          .withMessageContaining("calls/2026/a1.wav")
          .withMessageContaining(says);
    }
  }

  @Test
  void deniedObjectIsNotTakenForMissing() {
    amazon.failNext(403, "AccessDenied", "Access Denied");
    try (var store = store()) {
      assertThatExceptionOfType(RetryableException.class)
          .isThrownBy(() -> store.find(PLACE))
          .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.STORAGE_DENIED))
          .withMessageContaining("s3:ListBucket");
    }
  }

  @Test
  void bucketOfAnotherRegionIsFoundOnceAndRemembered() throws IOException {
    has(100);
    amazon.moveTo("ap-southeast-2");
    try (var store = store()) {
      assertThat(store.find(PLACE)).isPresent();
      var first = amazon.asked.size();
      assertThat(store.find(PLACE)).isPresent();
      assertThat(amazon.asked.size() - first).as("asked the second time").isEqualTo(1);
    }
  }

  @Test
  void bucketIsNamedInTheHostUnlessThePathIsWanted() {
    amazon.put("/2026/a1.wav", new byte[5]);
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", "" + amazon.port());
    System.setProperty("http.nonProxyHosts", "");
    var settings = new S3Settings(List.of("*"), null, "", false, null, List.of());
    try (var store = S3ObjectStore.connect(amazon.clients("http://s3.example.test"), settings)) {
      assertThat(store.find(PLACE)).isPresent();
      assertThat(amazon.asked.getLast().host()).isEqualTo("calls.s3.example.test");
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
      System.clearProperty("http.nonProxyHosts");
    }
  }

  @Test
  void whatWeWriteIsEncryptedWithTheKeyThatIsSet() {
    try (var store = store("alias/recordings")) {
      store.put(PLACE, new ByteArrayInputStream(new byte[10]));
      store.put(PLACE, new ByteArrayInputStream(new byte[S3Upload.PART_BYTES + 1]));
    }
    var put = amazon.asked("PUT").getFirst();
    assertThat(put.header("x-amz-server-side-encryption")).isEqualTo("aws:kms");
    assertThat(put.header("x-amz-server-side-encryption-aws-kms-key-id"))
        .isEqualTo("alias/recordings");
    var begun = amazon.asked("POST").getFirst();
    assertThat(begun.target()).isEqualTo("/calls/2026/a1.wav?uploads");
    assertThat(begun.header("x-amz-server-side-encryption-aws-kms-key-id"))
        .isEqualTo("alias/recordings");
    assertThat(amazon.asked("PUT").stream().filter(one -> one.target().contains("partNumber")))
        .hasSize(2);
  }

  @Test
  void withoutAKeyTheBucketDecides() {
    try (var store = store()) {
      store.put(PLACE, new ByteArrayInputStream(new byte[10]));
    }
    assertThat(amazon.asked.getLast().header("x-amz-server-side-encryption")).isNull();
  }

  @Test
  void uploadThatBreaksOffLeavesNoParts() {
    try (var store = store()) {
      assertThatExceptionOfType(RetryableException.class)
          .isThrownBy(() -> store.put(PLACE, new BrokenInput(S3Upload.PART_BYTES + 100)))
          .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.STORAGE_UNAVAILABLE));
    }
    assertThat(amazon.asked.getLast().method()).isEqualTo("DELETE");
    assertThat(amazon.asked.getLast().target()).contains("uploadId=U1");
  }

  @Test
  void onlyWhatBeginsSoIsListed() {
    amazon.answerNext(
        200,
        """
        <ListBucketResult><Name>calls</Name><KeyCount>1</KeyCount><IsTruncated>false</IsTruncated>
        <Contents><Key>Analysis/2026/03/12/a1_x.wav</Key><Size>7</Size>
        <LastModified>2026-03-12T10:04:05.000Z</LastModified></Contents></ListBucketResult>
        """);
    try (var store = store()) {
      assertThat(store.list("calls", "Analysis/2026/03/12/a1_", "", 10))
          .extracting(found -> found.location().fileName())
          .containsExactly("a1_x.wav");
    }
    assertThat(amazon.asked.getLast().target())
        .startsWith("/calls?")
        .contains("prefix=Analysis%2F2026%2F03%2F12%2Fa1_", "max-keys=10");
  }
}
