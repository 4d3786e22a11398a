package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

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
}
