package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aftercall.contact.SampleRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ways of people through the console, in a real browser against this server. Each script of {@code
 * console/e2e} says what it looks at.
 */
class ConsoleIT extends RunningServer {

  private static final Path CONSOLE = Path.of("../console").toAbsolutePath().normalize();

  /** The newest contacts, so that they are on the first page of the list. */
  @BeforeAll
  void playContacts() {
    api().store("calls/console.wav", fixture("journey/recording-9s-8khz.wav"));
    api().store("calls/console.transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    api()
        .store("calls/console-broken.wav", "this is no recording".getBytes(StandardCharsets.UTF_8));
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", "console")
                .recordedAt("calls/console.wav")
                .attribute("postcallTranscribeComprehendAnalysis", "snt,kw,dl,ne,syn"));
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", "console-failed")
                .recordedAt("calls/console-broken.wav"));
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", "console-not-requested")
                .attribute("postcallRecordingImportEnabled", "false")
                .attribute("postcallTranscribeEnabled", "false"));
    assertThat(api().settled("console").path("state").asString()).isEqualTo("complete");
    assertThat(api().settled("console-failed").path("state").asString()).isEqualTo("failed");
  }

  @Test
  void aSupervisorFindsTheContactAndHearsTheWordThatWasClicked() throws Exception {
    walk("record", "console", "console-failed");
  }

  @Test
  void mutingAChannelChangesWhatIsHeard() throws Exception {
    walk("player", "console");
  }

  @Test
  void aWordThatWasSaidLeadsToTheMomentWhenItWasSaid() throws Exception {
    walk("lists", "kettle", "console");
  }

  @Test
  void aPageOfAnotherOriginShowsTheContactAndOneThatIsNotAllowedDoesNot() throws Exception {
    walk("embed", "console");
  }

  @Test
  void whoMayListenHearsAndWhoMayNoLongerDoesNot() throws Exception {
    walk("access", "console");
  }

  @Test
  void aBackfillTakesWhatItCanAndShowsWhatItCannot() throws Exception {
    var good = SampleRecord.of("console-backfilled").json();
    var bad = SampleRecord.of("").json();
    api().store("console-records/a.ndjson", (good + "\n" + bad).getBytes(StandardCharsets.UTF_8));

    walk("flows", "console-records");
  }

  @Test
  void noPageHasAnAccessibilityViolationInLightOrDark() throws Exception {
    walk("accessibility", "console", "console-failed", "console-not-requested");
  }

  private void walk(String script, String... arguments) throws IOException, InterruptedException {
    var chromium = Path.of(System.getenv().getOrDefault("AFTERCALL_CHROMIUM", "/usr/bin/chromium"));
    assumeTrue(
        Files.isExecutable(chromium),
        () -> "Browser tests are skipped: there is no Chromium at " + chromium);
    var code = api().post("/api/v1/sign-in-codes", "").json().path("code").asString();
    // By name: the page that shows a contact in a frame comes from 127.0.0.1, another site.
    var address = api().address().toString().replace("127.0.0.1", "localhost");
    var command = new ArrayList<>(List.of("node", "e2e/" + script + ".mjs", address, code));
    command.addAll(List.of(arguments));
    var walk =
        new ProcessBuilder(command).directory(CONSOLE.toFile()).redirectErrorStream(true).start();
    var said = new String(walk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(walk.waitFor(10, TimeUnit.SECONDS)).as("ended in time").isTrue();
    assertThat(walk.exitValue()).as(said).isZero();
  }
}
