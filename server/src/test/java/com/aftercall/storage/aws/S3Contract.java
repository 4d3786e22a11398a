package com.aftercall.storage.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import com.aftercall.storage.ObjectStoreContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What our store does on a server that somebody else wrote. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class S3Contract extends ObjectStoreContract {

  private @Nullable S3Server started;
  private @Nullable S3ObjectStore connected;

  abstract S3Server start(Path folder);

  @BeforeAll
  void startAndConnect(@TempDir Path folder) {
    System.setProperty("aws.accessKeyId", S3Server.ACCESS_KEY);
    System.setProperty("aws.secretAccessKey", S3Server.SECRET);
    started = start(folder);
    connected = S3ObjectStore.connect(started.clients(), S3Server.settings("*"));
  }

  @AfterAll
  void stop() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    if (connected != null) {
      connected.close();
    }
    if (started != null) {
      started.close();
    }
  }

  final S3Server server() {
    return Objects.requireNonNull(started);
  }

  @Override
  protected ObjectStore store() {
    server().empty("bucket", "one", "two");
    return Objects.requireNonNull(connected);
  }

  @Test
  void manyReadersDoNotDisturbEachOther() throws Exception {
    var objects = store();
    var content = new byte[3_000_000];
    for (var i = 0; i < content.length; i++) {
      content[i] = (byte) (i ^ (i >> 9));
    }
    var place = ObjectLocation.parse("bucket/shared");
    objects.put(place, new ByteArrayInputStream(content));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var readers =
          IntStream.range(0, 16).<Callable<byte[]>>mapToObj(i -> () -> whole(objects, place));
      for (var reader : threads.invokeAll(readers.toList())) {
        assertThat(reader.get()).isEqualTo(content);
      }
    }
  }

  private static byte[] whole(ObjectStore objects, ObjectLocation place) throws IOException {
    try (var input = objects.open(place)) {
      return input.stream(0).readAllBytes();
    }
  }
}
