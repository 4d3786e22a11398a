package com.aftercall.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectLocationTest {

  @Test
  void bucketEndsAtTheFirstSlash() {
    assertThat(ObjectLocation.parse("bucket/a b/2026-03-12T10:04_UTC.wav"))
        .isEqualTo(new ObjectLocation("bucket", "a b/2026-03-12T10:04_UTC.wav"));
    assertThat(ObjectLocation.parse("s3://bucket/key"))
        .isEqualTo(new ObjectLocation("bucket", "key"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bucket",
        "/key",
        "bucket/",
        "bucket//key",
        "bucket/key/",
        "bucket/../other/key",
        "bucket/a/../../etc/passwd",
        "bucket/./key",
        "../key",
        "./key",
        "bucket/a\\..\\b",
        "bucket/a\u0000b",
        "bucket/a\nb",
        "buck\u0007et/key",
        "bucket/ ",
        "s3:///key",
        "s3://bucket"
      })
  void placeThatIsNoneOrLeadsElsewhereIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ObjectLocation.parse(text));
  }

  @Test
  void dotsInNamesAreAllowed() {
    assertThat(ObjectLocation.parse("my.bucket/..a/b../...").key()).isEqualTo("..a/b../...");
  }

  @Test
  void keyHasAtMost1024Characters() {
    assertThat(new ObjectLocation("b", "k".repeat(1024)).key()).hasSize(1024);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ObjectLocation("b", "k".repeat(1025)))
        .withMessage("an object key has 1 to 1024 characters");
  }

  @Test
  void endingIsExchangedInTheLastSegmentOnly() {
    assertThat(ObjectLocation.parse("b/v1.2/call.wav").withExtension("json"))
        .hasToString("b/v1.2/call.json");
    assertThat(ObjectLocation.parse("b/v1.2/call").withExtension("json"))
        .hasToString("b/v1.2/call.json");
    assertThat(ObjectLocation.parse("b/v1.2/call.wav").fileName()).isEqualTo("call.wav");
  }
}
