package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aftercall.access.AuditTrail;
import com.aftercall.contact.SampleRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What the audit trail keeps, and that it stays as it is. */
class AuditIT extends RunningServer {

  private static final String ID = "audited";
  private static final String UNHEARD = "audited-unheard";

  private final JdbcTemplate jdbc;
  private final AuditTrail trail;

  @Autowired
  AuditIT(JdbcTemplate jdbc, AuditTrail trail) {
    this.jdbc = jdbc;
    this.trail = trail;
  }

  @BeforeAll
  void handContact() {
    api().store("calls/audited.wav", fixture("journey/recording-9s-8khz.wav"));
    api().store("calls/audited.transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    api().hand(SampleRecord.asGiven().with("ContactId", ID).recordedAt("calls/audited.wav"));
    // One nobody played before: a link that is made twice in a second is the same, and was kept.
    api().hand(SampleRecord.asGiven().with("ContactId", UNHEARD).recordedAt("calls/audited.wav"));
    api().settled(ID);
    api().settled(UNHEARD);
  }

  @Test
  void playbackOfManyPartsIsOneEntryOfWhoMadeTheLink() {
    var link =
        api().post("/api/v1/contacts/" + ID + "/playback-url", "").json().path("url").asString();
    assertThat(entries("what=play")).isEmpty();
    for (var i = 0; i < 3; i++) {
      api().withoutToken().get(link, "Range", "bytes=%d-%d".formatted(i * 10, i * 10 + 9));
    }

    var plays = entries("what=play");
    assertThat(plays).hasSize(1);
    assertThat(plays.getFirst().path("who").path("name").asString()).isEqualTo("operator");
    assertThat(plays.getFirst().path("address").asString()).isEqualTo("127.0.0.1");
    assertThat(entries("what=link")).hasSizeGreaterThanOrEqualTo(1);
  }

  @Test
  void noBytesFlowWhenThePlayCannotBeKept() {
    var link =
        api()
            .post("/api/v1/contacts/" + UNHEARD + "/playback-url", "")
            .json()
            .path("url")
            .asString();
    jdbc.execute("alter table audit_entry rename to audit_entry_gone");
    try {
      var answer = api().withoutToken().get(link);
      assertThat(answer.status()).isEqualTo(503);
      var transcript = api().get("/api/v1/contacts/" + UNHEARD + "/transcript.txt");
      assertThat(transcript.status()).isGreaterThanOrEqualTo(500);
      assertThat(transcript.text()).doesNotContainIgnoringCase("kettle");
    } finally {
      jdbc.execute("alter table audit_entry_gone rename to audit_entry");
    }
  }

  @Test
  void nothingIsChangedWhenTheChangeCannotBeKept() {
    jdbc.execute("alter table audit_entry rename to audit_entry_gone");
    try {
      var answer = api().post("/api/v1/contacts/" + UNHEARD + "/comments", "{\"text\":\"unseen\"}");
      assertThat(answer.status()).isEqualTo(503);
    } finally {
      jdbc.execute("alter table audit_entry_gone rename to audit_entry");
    }

    assertThat(api().get("/api/v1/contacts/" + UNHEARD + "/comments").text())
        .doesNotContain("unseen");
  }

  @Test
  void changeIsKeptBeforeItIsMadeAndStaysBegunIfItsEndCannotBe() {
    jdbc.execute("alter table audit_outcome rename to audit_outcome_gone");
    try {
      var answer = api().post("/api/v1/contacts/" + UNHEARD + "/comments", "{\"text\":\"begun\"}");
      assertThat(answer.status()).isEqualTo(201);
    } finally {
      jdbc.execute("alter table audit_outcome_gone rename to audit_outcome");
    }
    var begun = entries(UNHEARD, "what=change&result=begun");
    assertThat(begun).hasSize(1);
    assertThat(begun.getFirst().path("details").path("operation").asString())
        .isEqualTo("createComment");

    assertThat(api().post("/api/v1/contacts/" + UNHEARD + "/comments", "{}").status())
        .isEqualTo(400);
    assertThat(entries(UNHEARD, "what=change&result=failed")).hasSize(1);
    assertThat(entries(UNHEARD, "what=change&result=begun")).hasSize(1);
  }

  @Test
  void downloadsChangesAndRefusedAttemptsAreKept() {
    api().get("/api/v1/contacts/" + ID + "/transcript.txt");
    api().post("/api/v1/contacts/" + ID + "/comments", "{\"text\":\"a private remark\"}");
    var made = api().post("/api/v1/tokens", "{\"name\":\"deaf\",\"permissions\":[]}").json();
    var deaf = api().withToken(made.path("token").asString());
    assertThat(deaf.post("/api/v1/contacts/" + ID + "/playback-url", "").status()).isEqualTo(403);
    deaf.get("/api/v1/contacts/" + ID + "/transcript.txt");

    assertThat(operations("what=download&result=done")).contains("exportTranscript");
    assertThat(operations("what=change&result=done")).contains("createComment");
    var refused = entries("result=refused&who=" + made.path("id").asString());
    assertThat(refused).hasSize(2);
    assertThat(refused)
        .extracting(entry -> entry.path("who").path("name").asString())
        .containsOnly("deaf");
    assertThat(api().get("/api/v1/audit").text()).doesNotContain("a private remark");
  }

  @Test
  void whatDidNotWorkIsKeptAsThat() {
    api().get("/api/v1/contacts/" + ID + "/attachments/none.wav");

    assertThat(operations("what=download&result=failed")).contains("getAttachment");
  }

  @Test
  void transcriptThatAnOpenPageAsksForAgainIsOneReading() {
    var token = api().post("/api/v1/tokens", "{\"name\":\"reader\"}").json();
    var reader = api().withToken(token.path("token").asString());
    reader.get("/api/v1/contacts/" + ID + "/transcript");
    reader.get("/api/v1/contacts/" + ID + "/transcript");

    assertThat(entries("what=readTranscript&who=" + token.path("id").asString())).hasSize(1);
  }

  @Test
  void listIsAsDescribedAndPages() {
    api().get("/api/v1/contacts/" + ID + "/transcript.txt");
    api().get("/api/v1/contacts/" + ID + "/transcript.srt");
    var first = api().get("/api/v1/audit?limit=1&contactId=" + ID).json();

    assertThat(
            new Described(api().get("/openapi").json())
                .faults("get", "/api/v1/audit", 200, "application/json", first))
        .isEmpty();
    var second =
        api()
            .get(
                "/api/v1/audit?limit=1&contactId=%s&cursor=%s"
                    .formatted(ID, first.path("next").asString()))
            .json();
    assertThat(second.path("items").get(0).path("id").asLong())
        .isLessThan(first.path("items").get(0).path("id").asLong());
    assertThat(api().get("/api/v1/audit?what=nothing").status()).isEqualTo(400);
    assertThat(api().get("/api/v1/audit?from=yesterday").status()).isEqualTo(400);
    assertThat(api().get("/api/v1/audit.csv?contactId=" + ID).text())
        .startsWith("id,at,kind,who,name,what,result,contactId,address,details\r\n")
        .contains("exportTranscript");
  }

  @Test
  void databaseChangesAndRemovesNothing() {
    api().get("/api/v1/contacts/" + ID + "/transcript.txt");
    api().post("/api/v1/contacts/" + ID + "/comments", "{\"text\":\"kept\"}");
    for (var statement :
        List.of(
            "update audit_entry set who_name = 'nobody'",
            "delete from audit_entry",
            "truncate audit_entry cascade",
            "update audit_outcome set result = 'refused'",
            "delete from audit_outcome",
            "truncate audit_outcome")) {
      assertThatThrownBy(() -> jdbc.execute(statement))
          .as(statement)
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void whatIsOldEnoughIsRemovedWithHowItEnded() {
    try {
      ahead = Duration.ofDays(-800);
      api().post("/api/v1/contacts/" + ID + "/comments", "{\"text\":\"long ago\"}");
    } finally {
      ahead = Duration.ZERO;
    }
    var number = jdbc.queryForObject("select max(number) from audit_entry", Long.class);

    assertThat(trail.removeBefore(Instant.now().minus(Duration.ofDays(799)))).isEqualTo(1);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from audit_entry where number = ?", Long.class, number))
        .isZero();
    assertThat(
            jdbc.queryForObject(
                "select count(*) from audit_outcome where number = ?", Long.class, number))
        .isZero();
  }

  private List<JsonNode> entries(String filters) {
    return entries(ID, filters);
  }

  private List<JsonNode> entries(String contact, String filters) {
    var answer = api().get("/api/v1/audit?limit=200&contactId=%s&%s".formatted(contact, filters));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("items").valueStream().toList();
  }

  private List<String> operations(String filters) {
    return entries(filters).stream()
        .map(entry -> entry.path("details").path("operation").asString(""))
        .toList();
  }
}
