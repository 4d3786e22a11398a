package com.aftercall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.SampleRecord;
import java.net.URLEncoder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person puts right what the engine misheard, over HTTP. */
class CorrectionsIT extends RunningServer {

  private static final String TURN = "/api/v1/contacts/{contactId}/turns/{turn}";
  private static final String HEARD =
      "Thank you for calling the service desk. This is Michael. How can I help?";
  private static final String MEANT =
      "Thank you for calling the Servus desk. This is Michaela. How can I help?";

  private final byte[] audio = fixture("journey/recording-9s-8khz.wav");

  private void play(String id) {
    api().store("calls/" + id + ".wav", audio);
    api()
        .store("calls/" + id + ".transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", id)
                .recordedAt("calls/" + id + ".wav")
                .attribute("postcallTranscribeComprehendAnalysis", "kw,ne"));
    assertThat(api().settled(id).path("state").asString()).isEqualTo("complete");
  }

  private Api.Answer correct(
      String contact, int turn, @Nullable String text, @Nullable String expected) {
    var request = JsonMapper.shared().createObjectNode();
    request.put("text", text);
    if (expected != null) {
      request.put("expected", expected);
    }
    return api().put(path(contact, turn), request.toString());
  }

  private static String path(String contact, int turn) {
    return TURN.replace("{contactId}", contact).replace("{turn}", Integer.toString(turn));
  }

  private JsonNode turn(String contact, int turn) {
    return api().get("/api/v1/contacts/" + contact + "/transcript").json().path("turns").path(turn);
  }

  @Test
  void correctedTurnIsInTheTranscriptAndItsFilesAndKeepsTheEnginesText() {
    play("corrected");
    var before = turn("corrected", 0);

    var answer = correct("corrected", 0, "  " + MEANT.replace(" desk", "\n desk"), HEARD);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(turn("corrected", 0));
    var after = answer.json();
    assertThat(after.path("text").asString()).isEqualTo(MEANT);
    assertThat(after.path("original").asString()).isEqualTo(HEARD);
    assertThat(after.path("correctedBy").asString()).isEqualTo("operator");
    assertThat(after.path("words").path(6)).isEqualTo(before.path("words").path(6)); // desk.
    var written = after.path("words").path(5);
    assertThat(written.path("text").asString()).isEqualTo("Servus");
    assertThat(written.path("confidence").asDouble()).isEqualTo(1);
    assertThat(written.path("beginMillis"))
        .isEqualTo(before.path("words").path(5).path("beginMillis"));
    for (var format : List.of("txt", "srt", "vtt", "csv", "json")) {
      assertThat(api().get("/api/v1/contacts/corrected/transcript." + format).text())
          .as(format)
          .contains("Servus")
          .contains("Michaela");
    }
    assertThat(turn("corrected", 1).has("original")).isFalse();
  }

  @Test
  void correctedWordsAreFoundAtOnceAndMisheardOnesNoMore() {
    play("searched");
    correct("searched", 0, HEARD.replace("service", "zeppelin"), HEARD);

    assertThat(found("zeppelin")).containsExactly("searched");
    assertThat(found("\"service desk\"")).doesNotContain("searched");

    correct("searched", 0, null, null);

    assertThat(found("zeppelin")).isEmpty();
    assertThat(found("\"service desk\"")).contains("searched");
  }

  private List<String> found(String words) {
    var query = URLEncoder.encode(words, UTF_8);
    return api()
        .get("/api/v1/contacts?limit=200&q=" + query)
        .json()
        .path("items")
        .valueStream()
        .map(contact -> contact.path("contactId").asString())
        .toList();
  }

  @Test
  void everyWordingIsKeptWithItsAuthorAndTheEnginesComesLast() {
    play("history");
    correct("history", 0, "One.", HEARD);
    correct("history", 0, "Two.", "One.");
    assertThat(correct("history", 0, null, "Two.").json().path("text").asString()).isEqualTo(HEARD);

    var history = api().get(path("history", 0) + "/history").json().path("items");

    assertThat(history.valueStream().map(wording -> wording.path("text").asString()))
        .containsExactly(HEARD, "Two.", "One.", HEARD);
    assertThat(history.valueStream().map(wording -> wording.path("author").asString()))
        .startsWith("operator", "operator", "operator")
        .last()
        .isEqualTo(api().page("history").path("transcript").path("engine").asString());
    assertThat(turn("history", 0).has("original")).isFalse();
  }

  @Test
  void whoSawAnotherWordingOverwritesNothing() {
    play("raced");
    correct("raced", 0, "First.", HEARD);

    assertThat(correct("raced", 0, "Second.", HEARD).status()).isEqualTo(409);

    assertThat(turn("raced", 0).path("text").asString()).isEqualTo("First.");
  }

  @Test
  void sameWordingIsNoCorrection() {
    play("same");

    assertThat(correct("same", 0, HEARD, HEARD).status()).isEqualTo(200);

    assertThat(api().get(path("same", 0) + "/history").json().path("items").size()).isEqualTo(1);
  }

  @Test
  void correctionOutlivesASwapAndATranscriptThatSaysTheSame() {
    play("kept");
    correct("kept", 0, MEANT, HEARD);

    api().put("/api/v1/contacts/kept/channels", "{\"swapped\":true}");
    api().settled("kept");
    api().post("/api/v1/contacts/kept/retry", "{\"step\":\"transcript\"}");
    api().settled("kept");

    assertThat(turn("kept", 0).path("text").asString()).isEqualTo(MEANT);
    assertThat(turn("kept", 0).path("participant").asString()).isEqualTo("customer");
  }

  @Test
  void correctionIsNotAppliedToATranscriptThatSaysSomethingElse() {
    play("heard-anew");
    correct("heard-anew", 0, MEANT, HEARD);
    var another =
        new String(fixture("journey/recording-9s.transcribe.json"), UTF_8)
            .replace("Michael", "Nigel");
    api().store("calls/heard-anew.transcribe.json", another.getBytes(UTF_8));

    api().post("/api/v1/contacts/heard-anew/retry", "{\"step\":\"transcript\"}");
    api().settled("heard-anew");

    assertThat(turn("heard-anew", 0).path("text").asString())
        .isEqualTo(HEARD.replace("Michael", "Nigel"));
  }

  @Test
  void analysisFollowsWhenItIsRunAgain() {
    play("analyzed");
    var said = turn("analyzed", 1).path("text").asString();
    assertThat(entities("analyzed")).containsExactly("silver kettle");

    correct("analyzed", 1, said.replace("silver kettle", "copper kettle"), said);
    api().post("/api/v1/contacts/analyzed/retry", "{\"step\":\"customEntities\"}");
    api().settled("analyzed");

    assertThat(entities("analyzed")).isEmpty();
  }

  private List<String> entities(String contact) {
    return api()
        .page(contact)
        .path("analysis")
        .path("customer")
        .path("customEntities")
        .valueStream()
        .map(entity -> entity.path("text").asString())
        .toList();
  }

  @Test
  void whatIsNoWordingOrNoTurnIsRefused() {
    play("refused-turn");

    for (var body :
        List.of(
            "{}",
            "{\"text\":\" \"}",
            "{\"text\":7}",
            "{\"text\":\"nul \\u0000\"}",
            "{\"text\":\"x\",\"expected\":7}",
            "{\"text\":\"%s\"}".formatted("x".repeat(10_001)))) {
      assertThat(api().put(path("refused-turn", 0), body).status()).as(body).isEqualTo(400);
    }
    assertThat(correct("refused-turn", 2, "x", null).status()).isEqualTo(404);
    assertThat(correct("refused-turn", -1, "x", null).status()).isEqualTo(404);
    assertThat(correct("nobody", 0, "x", null).status()).isEqualTo(404);
    assertThat(api().get(path("refused-turn", 2) + "/history").status()).isEqualTo(404);
    assertThat(api().get(path("nobody", 0) + "/history").status()).isEqualTo(404);
    assertThat(api().put(path("refused-turn", 0).replace("/0", "/first"), "{}").status())
        .isEqualTo(400);
  }

  @Test
  void answersAreAsDescribed() {
    play("described-turn");
    var described = new Described(api().get("/openapi").json());

    assertThat(
            described.faults(
                "put",
                TURN,
                200,
                "application/json",
                correct("described-turn", 0, MEANT, HEARD).json()))
        .isEmpty();
    assertThat(
            described.faults(
                "get",
                TURN + "/history",
                200,
                "application/json",
                api().get(path("described-turn", 0) + "/history").json()))
        .isEmpty();
    assertThat(
            described.faults(
                "get",
                "/api/v1/contacts/{contactId}/transcript",
                200,
                "application/json",
                api().get("/api/v1/contacts/described-turn/transcript").json()))
        .isEmpty();
  }

  @Test
  void wordingsAreNotLogged() {
    play("private-turn");
    correct("private-turn", 0, "Unmistakable zanzibar.", null);
    correct("private-turn", 0, "Unmistakable zanzibar." + "x".repeat(10_000), null);

    assertThat(LOGGED).noneMatch(line -> line.contains("zanzibar"));
  }
}
