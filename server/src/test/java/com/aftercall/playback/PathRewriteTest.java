package com.aftercall.playback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathRewriteTest {

  @ParameterizedTest
  @CsvSource({
    "b/connect/i/CallRecordings/x.wav, connect/i/CallRecordings/x.wav, i/CallRecordings/x.wav",
    "b/p/connect/i/connect/x.wav, connect/i/connect/x.wav, i/connect/x.wav",
    "b/Analysis/Voice/x.wav, Analysis/Voice/x.wav, b/Analysis/Voice/x.wav",
    "b/Analysis/connect/x.wav, connect/x.wav, x.wav",
    "b/disconnect/x.wav, b/disconnect/x.wav, b/disconnect/x.wav",
    "connect/x.wav, connect/x.wav, connect/x.wav"
  })
  void eachGenerationCutsInItsWay(String path, String keepPrefix, String dropConnect) {
    assertThat(PathRewrite.KEEP_PREFIX.apply(path)).isEqualTo(keepPrefix);
    assertThat(PathRewrite.DROP_CONNECT.apply(path)).isEqualTo(dropConnect);
    assertThat(PathRewrite.NONE.apply(path)).isEqualTo(path);
  }
}
