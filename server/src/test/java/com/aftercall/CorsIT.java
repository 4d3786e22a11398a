package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pages of other origins, let in by rules as buckets have them. */
class CorsIT extends RunningServer {

  /** In the settings with a slash at its end. */
  private static final String ORG = "https://org.lightning.force.com";

  private Api.Answer preflight(String origin, String method, String headers) {
    return api()
        .withoutToken()
        .send(
            "OPTIONS",
            "/recordings/connect/x.wav",
            java.net.http.HttpRequest.BodyPublishers.noBody(),
            "Origin",
            origin,
            "Access-Control-Request-Method",
            method,
            "Access-Control-Request-Headers",
            headers);
  }

  @Test
  void originOfARuleMayAskForParts() {
    var answer = preflight(ORG, "GET", "range");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORG);
    assertThat(answer.header("Access-Control-Allow-Headers")).containsIgnoringCase("range");
    var read = api().withoutToken().get("/recordings/connect/x.wav", "Origin", ORG);
    assertThat(read.header("Access-Control-Expose-Headers"))
        .contains("Content-Range", "Accept-Ranges", "Content-Length");
  }

  @Test
  void otherOriginsAndMethodsAreNot() {
    for (var answer :
        java.util.List.of(
            preflight("https://evil.example.org", "GET", "range"),
            preflight(ORG, "DELETE", "range"),
            preflight(ORG + ".evil.example.org", "GET", "range"))) {
      assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  void doctorAsksAsABrowserDoes() {
    var check = api().get("/api/v1/doctor?check=own-cors").json().path("checks").get(0);

    assertThat(check.path("verdict").asString()).as(check.toString()).isEqualTo("warning");
    assertThat(check.path("lookedAt").asString()).contains(ORG);
    assertThat(check.path("found").asString()).contains("Each is let in.", ORG + "/");
  }

  @Test
  void slashThatWasMendedIsSaid() {
    var settings = api().get("/api/v1/access-settings").json();

    assertThat(settings.path("notes").toString()).contains(ORG + "/");
    assertThat(settings.path("cors").get(0).path("AllowedOrigins").toString())
        .contains("\"" + ORG + "\"");
    assertThat(
            new Described(api().get("/openapi").json())
                .faults("get", "/api/v1/access-settings", 200, "application/json", settings))
        .isEmpty();
  }
}
