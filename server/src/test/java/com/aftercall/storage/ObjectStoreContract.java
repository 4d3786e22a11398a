package com.aftercall.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ObjectStore} does. */
public abstract class ObjectStoreContract {

  private static final ObjectLocation PLACE = ObjectLocation.parse("bucket/folder/object.bin");

  /** An empty one. */
  protected abstract ObjectStore store();

  @Test
  void objectThatWasPutIsFoundAndReadWhole() throws IOException {
    var store = store();
    put(store, PLACE, "some bytes");

    assertThat(store.find(PLACE)).hasValueSatisfying(o -> assertThat(o.sizeBytes()).isEqualTo(10));
    assertThat(read(store, PLACE)).isEqualTo("some bytes");
  }

  @Test
  void objectThatWasNeverPutIsNotThere() {
    var store = store();
    put(store, PLACE, "x");
    var other = ObjectLocation.parse("bucket/folder/other.bin");

    assertThat(store.find(other)).isEmpty();
    assertThat(store.find(ObjectLocation.parse("bucket/folder"))).as("a folder").isEmpty();
    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> store.open(other))
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.RECORDING_NOT_FOUND))
        .withMessageContaining("bucket/folder/other.bin");
  }

  @Test
  void objectsAreListedByKeyPageByPageWithFoldersBelow() {
    var store = store();
    for (var key : List.of("a/2", "a/1", "a/b/3", "c", "a/10")) {
      put(store, new ObjectLocation("bucket", key), key);
    }
    put(store, new ObjectLocation("two", "a/0"), "x");

    assertThat(store.list("bucket", "a/", "", 3))
        .extracting(object -> object.location().key())
        .containsExactly("a/1", "a/10", "a/2");
    assertThat(store.list("bucket", "a/", "a/2", 3))
        .extracting(object -> object.location().key())
        .containsExactly("a/b/3");
    assertThat(store.list("bucket", "", "a/b/3", 3)).hasSize(1);
    assertThat(store.list("bucket", "b", "", 3)).isEmpty();
  }

  @Test
  void emptyObjectIsAnObject() throws IOException {
    var store = store();
    put(store, PLACE, "");

    assertThat(store.find(PLACE)).hasValueSatisfying(o -> assertThat(o.sizeBytes()).isZero());
    assertThat(read(store, PLACE)).isEmpty();
    try (var input = store.open(PLACE)) {
      assertThat(input.read(0, new byte[1], 0, 1)).isEqualTo(-1);
    }
  }

  @Test
  void bytesAreReadAtAnyPlace() throws IOException {
    var store = store();
    put(store, PLACE, "0123456789");

    try (var input = store.open(PLACE)) {
      assertThat(input.length()).isEqualTo(10);
      assertThat(at(input, 7, 2)).isEqualTo("78");
      assertThat(at(input, 0, 3)).as("back again").isEqualTo("012");
      assertThat(at(input, 8, 100)).as("as many as there are").isEqualTo("89");
      assertThat(input.read(10, new byte[1], 0, 1)).as("at the end").isEqualTo(-1);
      assertThat(input.read(99, new byte[1], 0, 1)).as("past the end").isEqualTo(-1);
      assertThat(new String(input.stream(4).readAllBytes(), UTF_8)).isEqualTo("456789");
      assertThat(at(input, 1, 1)).as("the stream left it open").isEqualTo("1");
    }
  }

  @Test
  void bytesGoWhereTheyAreWanted() throws IOException {
    var store = store();
    put(store, PLACE, "0123456789");

    try (var input = store.open(PLACE)) {
      var array = "..........".getBytes(UTF_8);
      assertThat(input.read(3, array, 2, 4)).isEqualTo(4);
      assertThat(array).asString(UTF_8).isEqualTo("..3456....");

      var buffer = ByteBuffer.allocateDirect(4).put((byte) '.');
      assertThat(input.read(8, buffer)).isEqualTo(2);
      assertThat(buffer.position()).isEqualTo(3);
    }
  }

  @Test
  void keysAreTakenAsTheyAre() throws IOException {
    var store = store();
    for (var key :
        new String[] {
          "2026/03/12/3f2a_20260312T10:04_UTC.wav",
          "with spaces and + and %20 and ?",
          "größe/日本語.wav",
          "..dots..",
          "UPPER",
          "upper"
        }) {
      put(store, new ObjectLocation("bucket", key), key);
    }

    assertThat(read(store, new ObjectLocation("bucket", "UPPER"))).isEqualTo("UPPER");
    assertThat(read(store, new ObjectLocation("bucket", "upper"))).isEqualTo("upper");
    assertThat(read(store, new ObjectLocation("bucket", "with spaces and + and %20 and ?")))
        .isEqualTo("with spaces and + and %20 and ?");
    assertThat(read(store, new ObjectLocation("bucket", "2026/03/12/3f2a_20260312T10:04_UTC.wav")))
        .endsWith("10:04_UTC.wav");
    assertThat(read(store, new ObjectLocation("bucket", "größe/日本語.wav"))).contains("日本語");
    assertThat(read(store, new ObjectLocation("bucket", "..dots.."))).isEqualTo("..dots..");
  }

  @Test
  void bucketsAreApart() throws IOException {
    var store = store();
    put(store, new ObjectLocation("one", "key"), "1");
    put(store, new ObjectLocation("two", "key"), "2");

    assertThat(read(store, new ObjectLocation("one", "key"))).isEqualTo("1");
    store.delete(new ObjectLocation("one", "key"));
    assertThat(read(store, new ObjectLocation("two", "key"))).isEqualTo("2");
  }

  @Test
  void objectIsReplacedWhole() throws IOException {
    var store = store();
    put(store, PLACE, "a long first version");
    try (var reader = store.open(PLACE)) {
      put(store, PLACE, "second");

      assertThat(restOf(reader))
          .as("who reads already sees the old one to its end, or is told")
          .isIn("a long first version", "changed");
    }
    assertThat(read(store, PLACE)).isEqualTo("second");
  }

  private static String restOf(ObjectInput reader) {
    try {
      return new String(reader.stream(0).readAllBytes(), UTF_8);
    } catch (IOException e) {
      return "changed";
    }
  }

  @Test
  void objectThatIsThereIsLeftAloneByWhoeverComesSecond() throws IOException {
    var store = store();

    assertThat(store.putIfAbsent(PLACE, bytes("first"))).isTrue();
    assertThat(store.putIfAbsent(PLACE, bytes("second"))).isFalse();
    assertThat(read(store, PLACE)).isEqualTo("first");

    store.delete(PLACE);
    assertThat(store.putIfAbsent(PLACE, bytes("third"))).isTrue();
    assertThat(read(store, PLACE)).isEqualTo("third");
  }

  @Test
  void objectsAreListedByTheBeginningOfTheirNames() {
    var store = store();
    for (var key :
        List.of(
            "2026/03/12/a1_redacted_2026-03-12T10:04:05Z.wav",
            "2026/03/12/a1_redacted_2026-03-12T09:00:00Z.wav",
            "2026/03/12/a1_redacted_x/below.wav",
            "2026/03/12/a2_redacted_2026-03-12T09:00:00Z.wav",
            "2026/03/13/a1_redacted_2026-03-13T09:00:00Z.wav",
            "a1_redacted_")) {
      put(store, new ObjectLocation("bucket", key), key);
    }
    put(store, new ObjectLocation("two", "2026/03/12/a1_redacted_"), "x");

    var found = store.list("bucket", "2026/03/12/a1_redacted_", "", 10);
    assertThat(found)
        .extracting(object -> object.location().key())
        .containsExactly(
            "2026/03/12/a1_redacted_2026-03-12T09:00:00Z.wav",
            "2026/03/12/a1_redacted_2026-03-12T10:04:05Z.wav",
            "2026/03/12/a1_redacted_x/below.wav");
    assertThat(found.getFirst().sizeBytes()).isEqualTo(47);
    assertThat(store.list("bucket", "2026/04/12/a1", "", 10)).isEmpty();
    assertThat(store.list("bucket", "a1", "", 10))
        .extracting(object -> object.location().key())
        .containsExactly("a1_redacted_");
  }

  @Test
  void contentThatBreaksOffLeavesWhatWasThere() throws IOException {
    var store = store();
    put(store, PLACE, "first");
    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> store.put(PLACE, new BrokenInput(100_000)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.STORAGE_UNAVAILABLE));
    assertThat(read(store, PLACE)).isEqualTo("first");
  }

  @Test
  void deletedObjectIsGoneAndDeletingTwiceIsNoError() {
    var store = store();
    put(store, PLACE, "x");

    store.delete(PLACE);
    store.delete(PLACE);

    assertThat(store.find(PLACE)).isEmpty();
  }

  @Test
  void manyMegabytesComeBackAsTheyWere() throws IOException {
    var store = store();
    var content = new byte[(19 << 20) + 7];
    for (var i = 0; i < content.length; i++) {
      content[i] = (byte) (i * 31 + (i >> 8));
    }
    store.put(PLACE, new ByteArrayInputStream(content));

    try (var input = store.open(PLACE)) {
      assertThat(Arrays.equals(input.stream(0).readAllBytes(), content)).isTrue();
    }
  }

  private static void put(ObjectStore store, ObjectLocation location, String content) {
    store.put(location, bytes(content));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static String read(ObjectStore store, ObjectLocation location) throws IOException {
    try (var input = store.open(location);
        var stream = input.stream(0)) {
      return new String(stream.readAllBytes(), UTF_8);
    }
  }

  private static String at(ObjectInput input, long position, int count) throws IOException {
    var buffer = new byte[count];
    var read = input.read(position, buffer, 0, count);
    return new String(buffer, 0, read, UTF_8);
  }
}
