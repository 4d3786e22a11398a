package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.SampleRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nothing that a contact said, or that opens a door, is ever logged. */
class LogPrivacyIT extends RunningServer {

  private final JdbcTemplate jdbc;

  @Autowired
  LogPrivacyIT(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Test
  void logSaysWhatHappenedAndNothingPersonal() {
    api().store("calls/private.wav", fixture("journey/recording-9s-8khz.wav"));
    api().store("calls/private.transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", "private")
                .recordedAt("calls/private.wav")
                .attribute("postcallTranscribeComprehendAnalysis", "snt,kw,dl,ne,syn")
                .attribute("mothersMaidenName", "Quetzalcoatl"));
    api().settled("private");
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", "private-failed")
                .recordedAt("calls/../private.wav")
                .attribute("mothersMaidenName", "Quetzalcoatl"));
    api().settled("private-failed");
    api()
        .hand(
            "{\"ContactId\":\"private-cut\",\"Attributes\":{\"mothersMaidenName\":\"Quetzalcoatl");
    var token =
        api().post("/api/v1/tokens", "{\"name\":\"privacy\"}").json().path("token").asString();
    var code = api().post("/api/v1/sign-in-codes", "").json().path("code").asString();
    var cookie =
        api()
            .withoutToken()
            .post("/api/v1/session", "{\"code\":\"" + code + "\"}")
            .header("Set-Cookie");
    var link =
        api().post("/api/v1/contacts/private/playback-url", "").json().path("url").asString();
    api().withoutToken().get(link);
    api().withoutToken().get(link.replace("Signature=", "Signature=x"));
    api().withoutToken().get(link + "%00");

    var log = String.join("\n", LOGGED);

    assertThat(log).as("the log is listened to").contains("private-failed");
    assertThat(log)
        .doesNotContainIgnoringCase("kettle")
        .doesNotContain("How can I help")
        .doesNotContain("5555550123")
        .doesNotContain("Quetzalcoatl")
        .doesNotContain("00001234")
        .doesNotContain(token.substring("act_".length()))
        .doesNotContain(code)
        .doesNotContain(cookie.substring("aftercall_session=".length(), cookie.indexOf(';')))
        .doesNotContain(link.substring(link.indexOf("Signature=") + "Signature=".length()))
        .doesNotContainPattern("\\b(act|acs|ace)_");
  }

  @Test
  void whatSignsSomebodyInOrOpensALinkIsNotLogged() {
    var secrets = new ArrayList<String>();
    var password = "umbrella quartz 41 Zephyr";
    secrets.add(password);
    var user = api().post("/api/v1/users", "{\"userName\":\"log.privacy\",\"active\":true}").json();
    var path = "/api/v1/users/" + user.path("id").asString();
    api().put(path + "/password", "{\"password\":\"%s\"}".formatted(password));
    secrets.add(api().post(path + "/sign-in-code", "").json().path("code").asString());
    for (var tried : List.of(password, password + "x")) {
      api()
          .withoutToken()
          .post(
              "/api/v1/session", "{\"user\":\"log.privacy\",\"password\":\"%s\"}".formatted(tried));
    }
    api()
        .post("/api/v1/users", "{\"userName\":\"log.privacy\",\"active\":\"%s".formatted(password));
    var key = api().post("/api/v1/access-keys", "{\"name\":\"privacy\"}").json();
    secrets.add(key.path("secret").asString());
    secrets.addAll(signInWithProvider());
    var signature = "Zm9yZ2VkLXNpZ25hdHVyZS1vZi1hLWxpbms_";
    secrets.add(signature);
    api()
        .withoutToken()
        .get(
            "/recordings/calls/private.wav?Expires=4102444800&Signature=%s&Key-Pair-Id=K0"
                .formatted(signature));
    api().withToken("act_forged-token-of-a-stranger").get("/api/v1/status");
    secrets.add("forged-token-of-a-stranger");

    var log = String.join("\n", LOGGED);
    assertThat(secrets).hasSizeGreaterThan(7).allMatch(secret -> secret.length() > 7);
    secrets.forEach(secret -> assertThat(log).doesNotContain(secret));
  }

  /** What went to and fro; once it works, and once with a code that the provider does not know. */
  private List<String> signInWithProvider() {
    OpenIdDouble.get().claims(claims -> claims.subject("log-privacy"));
    var seen = new ArrayList<>(List.of(OpenIdDouble.SECRET));
    for (var forged : List.of("", "forged-")) {
      var begun = api().withoutToken().get("/login/oidc/double");
      var cookie = begun.header("Set-Cookie").split(";", 2)[0];
      var back =
          OpenIdDouble.get().signIn(begun.header("Location")).replace("code=", "code=" + forged);
      var callback = "/login/oidc/double/callback?" + back;
      var answer = api().withoutToken().get(callback, "Cookie", cookie);
      assertThat(answer.status()).isEqualTo(forged.isEmpty() ? 200 : 302);
      for (var parameter : back.split("&")) {
        seen.add(parameter.substring(parameter.indexOf('=') + 1));
      }
      seen.add(cookie.substring(cookie.indexOf('=') + 1));
    }
    return seen;
  }

  @Test
  void databaseErrorsAreLoggedWithoutWhatWasToBeStored() {
    jdbc.execute("alter sequence contact_number rename to contact_number_gone");
    try {
      var answer = api().hand(SampleRecord.of("private-db").attribute("pin", "Xylophone77").json());
      assertThat(answer.status()).isEqualTo(503);
    } finally {
      jdbc.execute("alter sequence contact_number_gone rename to contact_number");
    }

    assertThat(LOGGED)
        .anyMatch(line -> line.contains("The database failed a request"))
        .noneMatch(line -> line.contains("Xylophone77"));
  }
}
