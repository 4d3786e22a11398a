package com.aftercall.storage.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectLocation;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** S3Proxy checks signatures, so these are ours as its authors understand them. */
class S3ProxyObjectStoreIT extends S3Contract {

  @Override
  S3Server start(Path folder) {
    return S3Server.proxy(folder);
  }

  /** Not for S3Mock, which looks first and writes then. */
  @Test
  void ofManyThatWriteAtATimeOneWins() throws Exception {
    var objects = store();
    var place = ObjectLocation.parse("bucket/contended");
    try (var threads = Executors.newFixedThreadPool(8)) {
      var writers =
          IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () ->
                          objects.putIfAbsent(
                              place, new ByteArrayInputStream(("" + i).getBytes(UTF_8))))
              .toList();
      var won = 0;
      for (var writer : threads.invokeAll(writers)) {
        won += writer.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
  }

  @Test
  void withAnotherSecretNothingIsGivenOut() {
    store();
    System.setProperty("aws.secretAccessKey", "another");
    try (var stranger = S3ObjectStore.connect(server().clients(), S3Server.settings("*"))) {
      assertThatExceptionOfType(RetryableException.class)
          .isThrownBy(() -> stranger.list("bucket", "2026/03/12/a1", "", 10))
          .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.STORAGE_DENIED))
          .withMessageContaining("SignatureDoesNotMatch");
    } finally {
      System.setProperty("aws.secretAccessKey", S3Server.SECRET);
    }
  }
}
