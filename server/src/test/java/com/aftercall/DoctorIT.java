package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.contact.SampleRecord;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DoctorIT extends RunningServer {

  private JsonNode doctor(String query) {
    var answer = api().get("/api/v1/doctor" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode check(String id) {
    return doctor("?check=" + id).path("checks").path(0);
  }

  @AfterEach
  void putTheClockBack() {
    ahead = Duration.ZERO;
  }

  @Test
  void reportIsAsDescribedAndNoCheckBreaksOff() {
    var described = new Described(api().get("/openapi").json());
    var report = doctor("");

    assertThat(described.faults("get", "/api/v1/doctor", 200, "application/json", report))
        .isEmpty();
    assertThat(report.path("checks").valueStream().map(check -> check.path("found").asString()))
        .noneMatch(found -> found.startsWith("It broke off"));
  }

  @Test
  void eachCheckHasAnIdOfItsOwnAndIsListed() {
    var described = new Described(api().get("/openapi").json());
    var listed = api().get("/api/v1/doctor/checks").json();

    assertThat(described.faults("get", "/api/v1/doctor/checks", 200, "application/json", listed))
        .isEmpty();
    var ids = listed.path("items").valueStream().map(check -> check.path("id").asString()).toList();
    assertThat(ids).doesNotHaveDuplicates().isSorted().allMatch(id -> id.matches("[a-z0-9-]+"));
    assertThat(doctor("").path("checks").valueStream().map(check -> check.path("id").asString()))
        .containsExactlyElementsOf(ids);
  }

  @Test
  void checkThatDoesNotExistIsRefusedWithThoseThatDo() {
    var answer = api().get("/api/v1/doctor?check=database&check=tea");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asString()).contains("clock, ").doesNotContain("tea");
  }

  @Test
  void databaseInsideIsWell() {
    var check = check("database");

    assertThat(check.path("lookedAt").asString()).contains("data folder");
    assertThat(check.path("found").asString()).matches("Version \\d+\\.\\d+, schema \\d+, .*");
  }

  @Test
  void clockThatIsFarOffFails() {
    ahead = Duration.ofMinutes(10);

    var report = doctor("?check=clock");

    assertThat(report.path("verdict").asString()).isEqualTo("failed");
    assertThat(report.path("checks").path(0).path("found").asString()).contains("ahead of");
  }

  @Test
  void namedCredentialIsTriedWithAKeyThatIsGoneAfterwards() {
    assertThat(verdict("named-credential")).isEqualTo("notUsed");
    var made = api().post("/api/v1/access-keys", "{\"name\": \"Salesforce\"}").json();
    try {
      var check = check("named-credential");

      assertThat(check.path("verdict").asString()).as(check.toString()).isEqualTo("ok");
      assertThat(check.path("lookedAt").asString())
          .contains("/2015-03-31/functions/sfGenerateAudioRecordingStreamingURL/invocations");
      assertThat(api().get("/api/v1/access-keys").json().path("items")).hasSize(1);
    } finally {
      api().delete("/api/v1/access-keys/" + made.path("id").asString());
    }
  }

  @Test
  void contactsTellWhatIsWrongInTheirFlows() {
    var records = new StringBuilder();
    for (var i = 0; i < 5; i++) {
      records
          .append(
              SampleRecord.of("doctor-unrecorded-" + i)
                  .with("Queue", java.util.Map.of("Name", "Unrecorded queue"))
                  .without("Recording")
                  .without("Recordings")
                  .attribute("postcallRecordingImportEnabled", "true")
                  .attribute("postcallTranscribeEnabled", "true")
                  .attribute("postcallTranscribeLanguage", "en-UK")
                  .json())
          .append('\n');
    }
    assertThat(api().hand(records.toString()).status()).isEqualTo(202);

    await()
        .untilAsserted(
            () ->
                assertThat(check("native-recording").path("found").asString())
                    .contains("Unrecorded queue 5 of 5"));
    assertThat(verdict("native-recording")).isEqualTo("failed");
    assertThat(check("languages").path("found").asString()).contains("en-UK", "en-GB");
    assertThat(verdict("contact-records")).isEqualTo("ok");
    assertThat(check("switches").path("found").asString()).startsWith("All are on.");
    ahead = Duration.ofHours(25);
    assertThat(verdict("contact-records")).isEqualTo("warning");
  }

  private String verdict(String id) {
    return check(id).path("verdict").asString();
  }
}
