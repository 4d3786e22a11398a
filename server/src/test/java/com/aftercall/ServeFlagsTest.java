package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServeFlagsTest {

  @Test
  void shortFlagsBecomeProperties() {
    assertThat(ServeFlags.toProperties("--port", "9000", "--host", "0.0.0.0", "--data", "/srv/a b"))
        .containsExactly(
            "--server.port=9000", "--server.address=0.0.0.0", "--aftercall.data=/srv/a b");
  }

  @Test
  void valueMayStandBehindAnEqualsSign() {
    assertThat(ServeFlags.toProperties("--port=9000", "--data=/srv/a=b"))
        .containsExactly("--server.port=9000", "--aftercall.data=/srv/a=b");
  }

  @Test
  void configurationFileIsAFile() {
    assertThat(ServeFlags.toProperties("--config", "/etc/aftercall.yaml"))
        .containsExactly("--spring.config.additional-location=file:/etc/aftercall.yaml");
  }

  @Test
  void everythingElseGoesThroughAsItIs() {
    assertThat(ServeFlags.toProperties("--aftercall.pipeline.attempts=3", "--debug", "word"))
        .containsExactly("--aftercall.pipeline.attempts=3", "--debug", "word");
  }

  @Test
  void flagWithoutItsValueGivesAnEmptyOne() {
    assertThat(ServeFlags.toProperties("--port")).containsExactly("--server.port=");
  }
}
