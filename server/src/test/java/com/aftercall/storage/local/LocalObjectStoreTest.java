package com.aftercall.storage.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.BrokenInput;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import com.aftercall.storage.ObjectStoreContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalObjectStoreTest extends ObjectStoreContract {

  @TempDir Path root = Path.of("given by JUnit");

  @Override
  protected ObjectStore store() {
    return new LocalObjectStore(root.resolve("objects"));
  }

  @Test
  void objectIsAFileThatOthersMayPutThereToo() throws IOException {
    Files.createDirectories(root.resolve("objects/bucket/a"));
    Files.writeString(root.resolve("objects/bucket/a/call.wav"), "by hand");

    try (var input = store().open(ObjectLocation.parse("bucket/a/call.wav"))) {
      assertThat(new String(input.stream(0).readAllBytes(), UTF_8)).isEqualTo("by hand");
    }
  }

  @Test
  void whoReadsAlreadySeesTheOldOneToItsEnd() throws IOException {
    var place = ObjectLocation.parse("bucket/key");
    store().put(place, new ByteArrayInputStream("first".getBytes(UTF_8)));
    try (var reader = store().open(place)) {
      store().put(place, new ByteArrayInputStream("second".getBytes(UTF_8)));

      assertThat(new String(reader.stream(0).readAllBytes(), UTF_8)).isEqualTo("first");
    }
  }

  @Test
  void nothingIsLeftBehindWhenContentBreaksOff() throws IOException {
    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> store().put(ObjectLocation.parse("bucket/key"), new BrokenInput(100)));

    try (var files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void prefixLeadsOutOfNoBucket() {
    var store = store();
    store.put(ObjectLocation.parse("two/key"), new ByteArrayInputStream(new byte[1]));
    store.put(ObjectLocation.parse("bucket/key"), new ByteArrayInputStream(new byte[1]));

    assertThat(store.list("bucket", "../two/", "", 10)).isEmpty();
    assertThat(store.list("bucket", root.resolve("objects/two") + "/", "", 10)).isEmpty();
  }

  @Test
  void fileInTheWayOfAFolderIsAFailureOfTheStore() {
    var store = store();
    store.put(ObjectLocation.parse("bucket/a"), new ByteArrayInputStream(new byte[1]));

    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(
            () ->
                store.put(
                    ObjectLocation.parse("bucket/a/b"), new ByteArrayInputStream(new byte[1])))
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.STORAGE_UNAVAILABLE))
        .withMessageContaining("bucket/a/b");
  }
}
