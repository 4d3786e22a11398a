package com.aftercall.transcript.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhisperModelsTest {

  private static final byte[] CONTENT = content();

  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private volatile byte[] served = CONTENT;
  private volatile int cutAfter = Integer.MAX_VALUE;
  private volatile int status = 200;
  private volatile boolean knowsRanges = true;
  private HttpServer server;
  private WhisperModels models;

  @TempDir private Path folder;

  @BeforeEach
  void serve() throws IOException, NoSuchAlgorithmException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/main/ggml-small-test.bin", this::answer);
    server.start();
    models = modelsIn(folder.resolve("models"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theCatalogueHasTheTenModelsOfThePublisher() {
    var catalogue = new WhisperModels(folder, WhisperModels.OFFICIAL_PLACE).catalogue();

    assertThat(catalogue)
        .extracting(WhisperModel::name)
        .containsExactly(
            "tiny",
            "tiny.en",
            "base",
            "base.en",
            "small",
            "small.en",
            "medium",
            "medium.en",
            "large-v3-turbo",
            "large-v3");
    assertThat(catalogue).allMatch(model -> model.sha256().matches("[0-9a-f]{64}"));
    assertThat(catalogue).extracting(WhisperModel::sha256).doesNotHaveDuplicates();
    assertThat(catalogue.get(3))
        .isEqualTo(
            new WhisperModel(
                "base.en",
                147_964_211,
                "a03779c86df3323075f5e796cb2ce5029f00ec8869eee3fdfb897afe36c6d002"));
    assertThat(WhisperModels.OFFICIAL_PLACE.resolve(catalogue.get(3).file()))
        .hasToString("https://huggingface.co/ggerganov/whisper.cpp/resolve/main/ggml-base.en.bin");
  }

  @Test
  void aPulledModelIsTheFilePublishedAndIsListed() {
    List<Long> progress = new ArrayList<>();
    Path file = models.pull("small-test", (done, total) -> progress.add(done));

    assertThat(file).hasBinaryContent(CONTENT);
    assertThat(models.present())
        .containsExactly(new PresentModel("small-test", file, CONTENT.length));
    assertThat(models.find("small-test")).contains(file);
    assertThat(progress).isSorted().endsWith((long) CONTENT.length).hasSizeGreaterThan(2);
  }

  @Test
  void aModelThatIsThereIsNotFetchedAgain() {
    models.pull("small-test", (done, total) -> {});
    models.pull("small-test", (done, total) -> {});

    assertThat(ranges).hasSize(1);
  }

  @Test
  void aBrokenConnectionIsTakenUpWhereItBroke() {
    cutAfter = 1_500_000;

    assertThat(models.pull("small-test", (done, total) -> {})).hasBinaryContent(CONTENT);
    assertThat(ranges).hasSize(3).first().isEqualTo("bytes=0-");
    assertThat(ranges.get(2)).isNotEqualTo("bytes=0-");
  }

  @Test
  void aConnectionThatBringsNothingIsRetryableAndTheNextPullContinues() {
    cutAfter = 0;
    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> models.pull("small-test", (done, total) -> {}))
        .withMessageContaining("run the same again to continue")
        .extracting(RetryableException::code)
        .isEqualTo(FailureCode.MODEL_DOWNLOAD_FAILED);
    assertThat(models.present()).isEmpty();
  }

  @Test
  void whatAnEarlierRunLeftBehindIsUsed() throws IOException {
    Path part = folder.resolve("models/ggml-small-test.bin.part");
    Files.createDirectories(part.getParent());
    Files.write(part, Arrays.copyOf(CONTENT, 2_000_000));

    assertThat(models.pull("small-test", (done, total) -> {})).hasBinaryContent(CONTENT);
    assertThat(ranges).containsExactly("bytes=2000000-");
    assertThat(part).doesNotExist();
  }

  @Test
  void aPlaceWithoutRangesIsReadFromTheBeginning() throws IOException {
    knowsRanges = false;
    Path part = folder.resolve("models/ggml-small-test.bin.part");
    Files.createDirectories(part.getParent());
    Files.write(part, new byte[1_000]);

    assertThat(models.pull("small-test", (done, total) -> {})).hasBinaryContent(CONTENT);
  }

  @Test
  void aFileWithAnotherChecksumIsRefusedAndRemoved() {
    served = CONTENT.clone();
    served[1_234_567]++;

    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> models.pull("small-test", (done, total) -> {}))
        .withMessageContaining("is not the published file")
        .extracting(PermanentException::code)
        .isEqualTo(FailureCode.MODEL_DOWNLOAD_FAILED);
    assertThat(folder.resolve("models")).isEmptyDirectory();
  }

  @Test
  void aFileThatIsLongerThanPublishedIsRefused() {
    served = Arrays.copyOf(CONTENT, CONTENT.length + 10);

    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> models.pull("small-test", (done, total) -> {}))
        .withMessageContaining("size or SHA-256 differ");
  }

  @Test
  void notFoundIsPermanentAndOverloadIsNot() {
    status = 404;
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> models.pull("small-test", (done, total) -> {}))
        .withMessage("127.0.0.1 answered with status 404 for model small-test");
    status = 503;
    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> models.pull("small-test", (done, total) -> {}));
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException, NoSuchAlgorithmException {
    Path file = Files.writeString(folder.resolve("taken"), "a file, no folder");

    var blocked = modelsIn(file);
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> blocked.pull("small-test", (done, total) -> {}))
        .withMessageContaining("cannot write model small-test to " + file);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> models.pull("../etc/passwd", (done, total) -> {}))
        .withMessage("there is no model '../etc/passwd'; there are small-test");
  }

  @Test
  void aRemovedModelIsGone() {
    models.pull("small-test", (done, total) -> {});

    assertThat(models.remove("small-test")).isTrue();
    assertThat(models.remove("small-test")).isFalse();
    assertThat(models.remove("../taken")).isFalse();
    assertThat(models.present()).isEmpty();
  }

  private WhisperModels modelsIn(Path place) throws NoSuchAlgorithmException {
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
    return new WhisperModels(
        place,
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/main/"),
        List.of(new WhisperModel("small-test", CONTENT.length, sha256)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String range = exchange.getRequestHeaders().getFirst("Range");
      ranges.add(range);
      int from =
          knowsRanges
              ? Integer.parseInt(range.substring("bytes=".length(), range.length() - 1))
              : 0;
      if (status != 200) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      if (from > 0) {
        exchange
            .getResponseHeaders()
            .set(
                "Content-Range",
                "bytes %d-%d/%d".formatted(from, served.length - 1, served.length));
      }
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, served.length - from);
      int length = Math.min(cutAfter, served.length - from);
      exchange.getResponseBody().write(served, from, length);
      exchange.getResponseBody().flush();
    }
  }

  private static byte[] content() {
    byte[] bytes = new byte[3_500_000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
