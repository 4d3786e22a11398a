package com.aftercall.playback.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0, 1",
    "bytes=0-, 0, 99, 100",
    "bytes=0-99, 0, 99, 100",
    "bytes=0-100, 0, 99, 100",
    "bytes=99-, 99, 99, 1",
    "bytes=10-19, 10, 19, 10",
    "bytes=-1, 99, 99, 1",
    "bytes=-100, 0, 99, 100",
    "bytes=-101, 0, 99, 100",
    "bytes=5-999999999999999999, 5, 99, 95"
  })
  void rangeOfAHundredBytes(String header, long first, long last, long length) {
    assertThat(ByteRange.isUsable(header)).isTrue();
    assertThat(ByteRange.of(header, 100))
        .hasValueSatisfying(
            range -> {
              assertThat(range).isEqualTo(new ByteRange(first, last));
              assertThat(range.length()).isEqualTo(length);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
  void rangeThatBeginsAtOrPastTheEndCannotBeServed(String header) {
    assertThat(ByteRange.isUsable(header)).isTrue();
    assertThat(ByteRange.of(header, 100)).isEmpty();
  }

  @Test
  void emptyObjectHasNoRange() {
    assertThat(ByteRange.of("bytes=0-", 0)).isEmpty();
    assertThat(ByteRange.of("bytes=-5", 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes=-",
        "bytes=9-8",
        "bytes=0-1,5-6",
        "items=0-1",
        "bytes=a-b",
        "bytes=1",
        "bytes=0-9999999999999999999"
      })
  void otherHeadersAreIgnored(String header) {
    assertThat(ByteRange.isUsable(header)).isFalse();
  }
}
