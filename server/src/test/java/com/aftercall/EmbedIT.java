package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.SampleRecord;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One contact inside a page of others, and which pages may be shown in a frame at all. */
class EmbedIT extends RunningServer {

  private static final String SHOWN = "/api/v1/contacts/embed-shown";

  @BeforeAll
  void handContacts() {
    api().store("calls/embed-shown.wav", fixture("journey/recording-9s-8khz.wav"));
    api()
        .hand(
            SampleRecord.of("embed-shown")
                .recordedAt("calls/embed-shown.wav")
                .attribute("postcallRecordingImportEnabled", "true"));
    api().hand(SampleRecord.of("embed-shown-2"));
    api().settled("embed-shown");
  }

  @Test
  void linkCarriesItsTokenWhereNoServerSeesIt() {
    var answer = api().post(SHOWN + "/embed-link", "");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(
            new Described(api().get("/openapi").json())
                .faults(
                    "post",
                    "/api/v1/contacts/{contactId}/embed-link",
                    201,
                    "application/json",
                    answer.json()))
        .isEmpty();
    assertThat(answer.json().path("url").asString())
        .matches("/embed/contacts/embed-shown#token=ace_[A-Za-z0-9_-]{43}");
    assertThat(Instant.parse(answer.json().path("expiresAt").asString()))
        .isBetween(
            Instant.now().plus(Duration.ofHours(12)).minusSeconds(30),
            Instant.now().plus(Duration.ofHours(12)));
  }

  @Test
  void contactThatIsNotThereHasNoLink() {
    assertThat(api().post("/api/v1/contacts/embed-nobody/embed-link", "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/attachments", "/waveform.json"})
  void tokenReadsItsContact(String part) {
    assertThat(with(token()).get(SHOWN + part).status()).isEqualTo(200);
  }

  @Test
  void tokenListensToItsContact() {
    var link = with(token()).post(SHOWN + "/playback-url", "");

    assertThat(link.status()).isEqualTo(200);
    assertThat(api().withoutToken().get(link.json().path("url").asString()).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/contacts",
    "GET, /api/v1/contacts/embed-shown-2",
    "GET, /api/v1/contacts/embed-show",
    "GET, /api/v1/status",
    "GET, /api/v1/tokens",
    "GET, /api/v1/events",
    "GET, /api/v1/preferences",
    "GET, /openapi",
    "POST, /api/v1/contacts/embed-shown/retry",
    "POST, /api/v1/contacts/embed-shown/embed-link",
    "POST, /api/v1/contacts/embed-shown/restore",
    "POST, /api/v1/contacts/embed-shown-2/playback-url",
    "POST, /api/v1/sign-in-codes",
    "POST, /api/v1/tokens",
    "PUT, /api/v1/contacts/embed-shown/channels",
    "DELETE, /api/v1/contacts/embed-shown"
  })
  void tokenIsGoodForNothingElse(String method, String path) {
    var answer =
        with(token())
            .send(method, path, BodyPublishers.ofString("{}"), "Content-Type", "application/json");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("detail").asString()).contains("reads one contact");
  }

  @Test
  void tokenDoesNotSignIn() {
    var answer = api().withoutToken().post("/api/v1/session", "{\"token\":\"" + token() + "\"}");

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void tokenEndsWithItsTime() {
    var token = token();
    try {
      ahead = Duration.ofHours(12).plusSeconds(1);
      assertThat(with(token).get(SHOWN).status()).isEqualTo(401);
    } finally {
      ahead = Duration.ZERO;
    }
    assertThat(with(token).get(SHOWN).status()).isEqualTo(200);
  }

  @Test
  void tokenEndsWithTheTokenThatMadeIt() {
    var maker = api().post("/api/v1/tokens", "{\"name\":\"maker\"}").json();
    var url =
        with(maker.path("token").asString())
            .post(SHOWN + "/embed-link", "")
            .json()
            .path("url")
            .asString();
    var token = url.substring(url.indexOf('=') + 1);
    assertThat(with(token).get(SHOWN).status()).isEqualTo(200);

    api().delete("/api/v1/tokens/" + maker.path("id").asString());

    assertThat(with(token).get(SHOWN).status()).isEqualTo(401);
  }

  @Test
  void embedPageIsOpenAndMayBeShownByTheOriginsConfigured() {
    var page = api().withoutToken().get("/embed/contacts/embed-shown", "Accept", "text/html");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("<div id=\"root\">");
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'self';")
        .endsWith("; frame-ancestors https://*.example.com http://127.0.0.1:*");
    assertThat(page.header("X-Frame-Options")).isEmpty();
    assertThat(page.header("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "/contacts",
        "/dashboard",
        "/upload",
        "/contact-flow",
        "/doctor",
        "/account",
        "/access",
        "/credentials",
        "/audit",
        "/publication",
        "/streams",
        "/contacts/x"
      })
  void otherPagesAreShownByNobodyElse(String path) {
    var page = api().get(path, "Accept", "text/html");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("<div id=\"root\">");
    assertThat(page.header("Content-Security-Policy")).endsWith("; frame-ancestors 'none'");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "/embed/contacts/x",
        "/api/v1/status",
        "/media/x",
        "/recordings/x",
        "/none"
      })
  void everyAnswerSaysWhatAPageMayLoad(String path) {
    for (var answer : java.util.List.of(api().get(path), api().withoutToken().get(path))) {
      assertThat(answer.header("Content-Security-Policy"))
          .startsWith("default-src 'self'; ")
          .contains("object-src 'none'", "base-uri 'none'", "form-action 'self'")
          .doesNotContain("unsafe-eval", "script-src");
    }
  }

  @Test
  void whatLooksLikeTheEmbedPageIsNotOpen() {
    assertThat(api().withoutToken().get("/embed/contacts/x/y", "Accept", "text/html").status())
        .isEqualTo(302);
  }

  private Api with(String token) {
    return api().withToken(token);
  }

  private String token() {
    var url = api().post(SHOWN + "/embed-link", "").json().path("url").asString();
    return url.substring(url.indexOf('=') + 1);
  }
}
