package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** That a folder in use is refused takes two processes, so {@code CrashIT} tests it. */
class StartupChecksTest {

  @TempDir Path folder = Path.of("given by JUnit");

  @Test
  void newFolderAndFreePortPass() throws Exception {
    StartupChecks.check(environment(folder.resolve("new/data"), 0));

    assertThat(folder.resolve("new/data/server.lock")).exists();
  }

  @Test
  void takenPortIsNamedInOneSentence() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatExceptionOfType(StartupChecks.Refused.class)
          .isThrownBy(() -> StartupChecks.check(environment(folder, other.getLocalPort())))
          .withMessage(
              "port %d on 127.0.0.1 is in use by another program; stop it or choose another with --port",
              other.getLocalPort());
    }
  }

  @Test
  void fileInPlaceOfTheFolderIsNamedInOneSentence() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");

    assertThatExceptionOfType(StartupChecks.Refused.class)
        .isThrownBy(() -> StartupChecks.check(environment(file, 0)))
        .withMessageStartingWith("the data folder " + file + " cannot be written")
        .withMessageEndingWith("choose another with --data");
  }

  private static MockEnvironment environment(Path data, int port) {
    return new MockEnvironment()
        .withProperty("aftercall.data", data.toString())
        .withProperty("server.port", Integer.toString(port));
  }
}
