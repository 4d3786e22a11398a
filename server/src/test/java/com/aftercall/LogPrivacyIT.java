package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.SampleRecord;
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
