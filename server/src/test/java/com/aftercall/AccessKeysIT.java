package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.access.AccessKey;
import com.aftercall.access.AccessKeys;
import com.aftercall.access.Permission;
import com.aftercall.access.RequestSigner;
import com.aftercall.contact.SampleRecord;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an access key may do: asked when it makes a link, and again when the link is followed. */
class AccessKeysIT extends RunningServer {

  private static final String CALL =
      "/2015-03-31/functions/sfGenerateAudioRecordingStreamingURL/invocations";
  private static final String DAY = "2026/03/14/";
  private static final String FOLDER = "keys-bucket/connect/k/CallRecordings/" + DAY;
  private static final String REDACTED =
      "keys-bucket/Analysis/Voice/Redacted/%skeys-redacted_analysis_redacted_2026-03-14T10:14:05Z.wav"
          .formatted(DAY);

  private final byte[] audio = fixture("journey/recording-9s-8khz.wav");

  @BeforeAll
  void recordRedacted() {
    api().store(REDACTED, audio);
    api()
        .hand(
            SampleRecord.of("keys-redacted")
                .recordedAt(FOLDER + "redacted.wav")
                .attribute("postcallRedactedRecordingImportEnabled", "true"));
    var redacted = api().settled("keys-redacted").path("recording");
    assertThat(redacted.path("location").asString()).isEqualTo(REDACTED);
  }

  /** A recording that is not redacted, which no other test shares. */
  private String record(String id) {
    var location = FOLDER + id + ".wav";
    api().record(id, location, audio);
    return location;
  }

  /** A key of the named credential. */
  private AccessKeys.Created key(String name, String permissions) {
    var made =
        api()
            .post(
                "/api/v1/access-keys",
                "{\"name\":\"%s\"%s}"
                    .formatted(
                        name, permissions.isEmpty() ? "" : ",\"permissions\":" + permissions));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return new AccessKeys.Created(
        new AccessKey(made.json().path("id").asString(), name, Set.of(), Instant.EPOCH, null),
        made.json().path("secret").asString());
  }

  private Api.Answer change(AccessKeys.Created key, String permissions) {
    return api()
        .put(
            "/api/v1/access-keys/" + key.key().id(),
            "{\"name\":\"%s\",\"permissions\":%s}".formatted(key.key().name(), permissions));
  }

  private Api.Answer call(AccessKeys.Created key, String recordingPath) {
    var body = "{\"recordingPath\":\"%s\"}".formatted(recordingPath);
    var headers =
        RequestSigner.post(api().address().resolve(CALL), body, key, "lambda", Instant.now());
    return api()
        .withoutToken()
        .send(
            "POST",
            CALL,
            BodyPublishers.ofString(body),
            headers.entrySet().stream()
                .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                .toArray(String[]::new));
  }

  private String link(AccessKeys.Created key, String recordingPath) {
    var answer = call(key, recordingPath);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().asString();
  }

  private Api.Answer follow(String link) {
    var url = URI.create(link);
    return api()
        .withoutToken()
        .get(url.getRawPath() + "?" + url.getRawQuery(), "Range", "bytes=0-9");
  }

  private List<JsonNode> entries(AccessKeys.Created key, String filters) {
    var answer = api().get("/api/v1/audit?limit=50&who=%s&%s".formatted(key.key().id(), filters));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("items").valueStream().toList();
  }

  @Test
  void keyMakesLinksToWhatItMayShareAlone() {
    var whole = record("keys-whole");
    var none = key("none", "[]");
    var deaf = key("deaf", "[\"link\"]");
    var redacted = key("redacted", "[\"link\",\"listen\"]");

    refused(call(none, whole), "'link'");
    refused(call(none, ""), "'link'");
    refused(call(deaf, REDACTED), "'listen'");
    refused(call(redacted, whole), "'unredacted'");
    assertThat(follow(link(redacted, REDACTED)).status()).isEqualTo(206);
    assertThat(follow(link(key("as before", ""), whole)).status()).isEqualTo(206);
    var attempts = entries(redacted, "result=refused");
    assertThat(attempts).hasSize(1);
    assertThat(attempts.getFirst().path("what").asString()).isEqualTo("link");
    assertThat(attempts.getFirst().path("contactId").asString()).isEqualTo("keys-whole");
    assertThat(entries(none, "result=refused")).hasSize(2);
  }

  private static void refused(Api.Answer answer, String permission) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("AccessDeniedException");
    assertThat(answer.json().path("message").asString()).contains(permission);
  }

  @Test
  void linksFollowWhatTheirKeyMayDoAndThePlayNamesIt() {
    var whole = record("keys-lasting");
    var key = key("lasting", "[\"link\",\"listen\",\"unredacted\"]");
    var link = link(key, whole);
    assertThat(follow(link).status()).isEqualTo(206);
    assertThat(entries(key, "what=play&result=done"))
        .singleElement()
        .satisfies(
            play -> {
              assertThat(play.path("contactId").asString()).isEqualTo("keys-lasting");
              assertThat(play.path("who").path("kind").asString()).isEqualTo("accessKey");
              assertThat(play.path("who").path("name").asString()).isEqualTo("lasting");
            });

    assertThat(change(key, "[\"link\",\"listen\"]").json().path("permissions").toString())
        .isEqualTo("[\"listen\",\"link\"]");
    var refused = follow(link);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("detail").asString()).contains("may not share");
    change(key, "[\"link\",\"listen\",\"unredacted\"]");
    assertThat(follow(link).status()).isEqualTo(206);

    assertThat(api().delete("/api/v1/access-keys/" + key.key().id()).status()).isEqualTo(204);
    assertThat(follow(link).status()).isEqualTo(403);
    assertThat(entries(key, "what=play&result=refused")).hasSize(2);
  }

  /** In the same second both get the same link. */
  @Test
  void linkThatTwoKeysMadeIsGoodAsLongAsOneOfThemMay() {
    var whole = record("keys-shared");
    var first = key("first", "");
    var second = key("second", "");
    var link = link(first, whole);
    var shared = link(second, whole);
    for (var tries = 0; tries < 50 && !shared.equals(link); tries++) {
      link = link(first, whole);
      shared = link(second, whole);
    }
    assertThat(shared).isEqualTo(link);

    api().delete("/api/v1/access-keys/" + first.key().id());
    assertThat(follow(shared).status()).isEqualTo(206);
    api().delete("/api/v1/access-keys/" + second.key().id());
    assertThat(follow(shared).status()).isEqualTo(403);
  }

  @Test
  void permissionsAreListedAndOthersThanAKeyHasUseForAreRefused() {
    var key = key("listed", "[\"listen\"]");
    var described = new Described(api().get("/openapi").json());
    var list = api().get("/api/v1/access-keys").json();

    assertThat(described.faults("get", "/api/v1/access-keys", 200, "application/json", list))
        .isEmpty();
    assertThat(list.path("items").valueStream())
        .filteredOn(item -> item.path("id").asString().equals(key.key().id()))
        .singleElement()
        .satisfies(
            item -> assertThat(item.path("permissions").toString()).isEqualTo("[\"listen\"]"));
    assertThat(change(key, "[\"administer\"]").status()).isEqualTo(400);
    assertThat(change(key, "null").status()).isEqualTo(400);
    assertThat(change(key, "[\"listen\",\"nothing\"]").status()).isEqualTo(400);
    assertThat(
            api().put("/api/v1/access-keys/none", "{\"name\":\"x\",\"permissions\":[]}").status())
        .isEqualTo(404);
    assertThat(AccessKey.PERMISSIONS)
        .containsExactly(Permission.LISTEN, Permission.LINK, Permission.UNREDACTED);
  }
}
