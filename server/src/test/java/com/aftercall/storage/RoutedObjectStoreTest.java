package com.aftercall.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutedObjectStoreTest extends ObjectStoreContract {

  private final ObjectStore folder = new InMemoryObjectStore(InstantSource.fixed(Instant.EPOCH));
  private final ObjectStore s3 = new InMemoryObjectStore(InstantSource.fixed(Instant.EPOCH));

  @Override
  protected ObjectStore store() {
    return with(List.of("bucket"), null, "");
  }

  private ObjectStore with(List<String> buckets, @Nullable String ownBucket, String ownPrefix) {
    var settings = new S3Settings(buckets, ownBucket, ownPrefix, false, null, List.of());
    return new RoutedObjectStore(folder, s3, () -> {}, settings);
  }

  private static ByteArrayInputStream bytes() {
    return new ByteArrayInputStream(new byte[3]);
  }

  @Test
  void namedBucketsLieAtAmazonAndAllOthersInTheFolder() {
    var store = store();
    store.put(ObjectLocation.parse("bucket/key"), bytes());
    store.put(ObjectLocation.parse("other/key"), bytes());
    store.put(ObjectLocation.parse("aftercall/key"), bytes());

    assertThat(s3.find(ObjectLocation.parse("bucket/key"))).isPresent();
    assertThat(folder.find(ObjectLocation.parse("bucket/key"))).isEmpty();
    assertThat(folder.find(ObjectLocation.parse("other/key"))).isPresent();
    assertThat(folder.find(ObjectLocation.parse("aftercall/key"))).isPresent();
  }

  @Test
  void starIsEveryBucketButOurOwn() {
    var store = with(List.of("*"), null, "");
    store.put(ObjectLocation.parse("other/key"), bytes());
    store.put(ObjectLocation.parse("aftercall/key"), bytes());

    assertThat(s3.find(ObjectLocation.parse("other/key"))).isPresent();
    assertThat(folder.find(ObjectLocation.parse("aftercall/key"))).isPresent();
  }

  @Test
  void whatWeMakeGoesIntoTheOperatorsBucketAndIsFoundUnderItsOwnName() throws IOException {
    var store = with(List.of(), "company", "/calls/aftercall/");
    var place = ObjectLocation.parse("aftercall/waveforms/a1/256.dat");
    store.put(place, bytes());

    assertThat(s3.find(ObjectLocation.parse("company/calls/aftercall/waveforms/a1/256.dat")))
        .isPresent();
    assertThat(store.find(place).orElseThrow().location()).isEqualTo(place);
    assertThat(store.list("aftercall", "waveforms/a1/2", "", 10))
        .extracting(ObjectDescription::location)
        .containsExactly(place);
    try (var input = store.open(place)) {
      assertThat(input.length()).isEqualTo(3);
    }
    assertThat(store.putIfAbsent(place, bytes())).isFalse();
    store.delete(place);
    assertThat(store.find(place)).isEmpty();
  }

  @Test
  void blanksOfParametersThatAreNotSetAreNoBuckets() {
    var settings = new S3Settings(List.of("", " "), " ", "", false, "", List.of());

    assertThat(settings.isUsed()).isFalse();
    assertThat(settings.kmsKey()).isNull();
    assertThat(
            new S3Settings(List.of("s3://a/connect/x", " b "), null, "", false, null, List.of())
                .buckets())
        .containsExactly("a", "b");
  }
}
