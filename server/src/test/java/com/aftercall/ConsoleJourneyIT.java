package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aftercall.contact.SampleRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A supervisor's way through the console, in a real browser against this server: {@code
 * console/e2e/journey.mjs} says what is looked at.
 */
class ConsoleJourneyIT extends RunningServer {

  private static final Path CONSOLE = Path.of("../console").toAbsolutePath().normalize();

  @Test
  void aSupervisorSignsInFindsTheContactAndHearsTheWordThatWasClicked() throws Exception {
    var chromium = Path.of(System.getenv().getOrDefault("AFTERCALL_CHROMIUM", "/usr/bin/chromium"));
    assumeTrue(
        Files.isExecutable(chromium),
        () -> "Browser tests are skipped: there is no Chromium at " + chromium);
    playAContact();

    var code = api().post("/api/v1/sign-in-codes", "").json().path("code").asString();
    var journey =
        new ProcessBuilder("node", "e2e/journey.mjs", api().address().toString(), code)
            .directory(CONSOLE.toFile())
            .redirectErrorStream(true)
            .start();
    var said = read(journey);

    assertThat(journey.waitFor(10, TimeUnit.SECONDS)).as("ended in time").isTrue();
    assertThat(journey.exitValue()).as(said).isZero();
  }

  /** The newest contact, so it is the first of the list. */
  private void playAContact() {
    api().store("calls/console.wav", fixture("journey/recording-9s-8khz.wav"));
    api().store("calls/console.transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", "console")
                .recordedAt("calls/console.wav")
                .attribute("postcallTranscribeComprehendAnalysis", "snt,kw,dl,ne,syn"));
    assertThat(api().settled("console").path("state").asString()).isEqualTo("complete");
  }

  private static String read(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
