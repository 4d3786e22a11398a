package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.contact.SampleRecord;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may do what: refused where it has to be, and not shown, counted or found either. */
class AccessIT extends RunningServer {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final String OWN = "access-own";
  private static final String OTHER = "access-other";
  private static final String REDACTED = "access-redacted";
  private static final String DAY = "2026/03/12/";

  @BeforeAll
  void handContacts() {
    api().store("calls/access.wav", fixture("journey/recording-9s-8khz.wav"));
    api().store("calls/access.transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    hand(OWN, "access.jdoe");
    hand(OTHER, "access.asmith");
    api().settled(OWN);
    api().settled(OTHER);
    api()
        .store(
            "calls/Analysis/Voice/Redacted/%s%s_analysis_redacted_2026-03-12T10:14:05Z.wav"
                .formatted(DAY, REDACTED),
            fixture("journey/recording-9s-8khz.wav"));
    api()
        .hand(
            SampleRecord.of(REDACTED)
                .with("Agent", Map.of("Username", "access.redacted"))
                .recordedAt("calls/connect/a/CallRecordings/%sx.wav".formatted(DAY))
                .attribute("postcallRedactedRecordingImportEnabled", "true"));
    var page = api().settled(REDACTED);
    assertThat(page.path("recording").path("redacted").asBoolean()).as(page.toString()).isTrue();
  }

  private void hand(String id, String agent) {
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", id)
                .with("Agent", Map.of("Username", agent))
                .recordedAt("calls/access.wav"));
  }

  /** A token with these permissions. */
  private Api token(String... permissions) {
    var made =
        api()
            .post(
                "/api/v1/tokens",
                JSON.writeValueAsString(Map.of("name", "limited", "permissions", permissions)));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return api().withToken(made.json().path("token").asString());
  }

  /** A browser in which a new user with these permission sets is signed in. */
  private Browser user(String name, String agent, String... sets) {
    var made =
        api()
            .post(
                "/api/v1/users",
                JSON.writeValueAsString(
                    Map.of(
                        "userName", name,
                        "agent", agent,
                        "active", true,
                        "permissionSets", sets)));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    var id = made.json().path("id").asString();
    var password = "{\"password\":\"grey otter 17 lamps\"}";
    assertThat(api().put("/api/v1/users/" + id + "/password", password).status()).isEqualTo(204);
    return signIn(id, name, "grey otter 17 lamps");
  }

  private Browser signIn(String id, String name, String password) {
    var answer =
        api()
            .withoutToken()
            .post(
                "/api/v1/session",
                JSON.writeValueAsString(Map.of("user", name, "password", password)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return new Browser(
        id, api().withCookie(answer.header("Set-Cookie").split(";", 2)[0]), answer.json());
  }

  /** One in which somebody is signed in. */
  private record Browser(String id, Api api, JsonNode session) {

    Api.Answer get(String path) {
      return api.get(path);
    }

    Api.Answer post(String path, String body) {
      return api.post(path, body);
    }
  }

  @Test
  void everyOperationSaysWhatItTakesAndRefusesWhoHasAnythingElse() {
    var paths = api().get("/openapi").json().path("paths");
    var all = permissions(paths);
    for (var path : paths.properties()) {
      for (var call : path.getValue().properties()) {
        if (!METHODS.contains(call.getKey()) || call.getValue().path("security").isArray()) {
          continue;
        }
        var name = call.getKey() + " " + path.getKey();
        var needed = call.getValue().path("x-permission").asString("");
        assertThat(needed).as(name).isIn(with(all, "signedIn"));
        if (!needed.equals("signedIn")) {
          var others = all.stream().filter(each -> !each.equals(needed)).toArray(String[]::new);
          var answer = call(token(others), call.getKey(), path.getKey());
          assertThat(answer.status()).as(name).isEqualTo(403);
          assertThat(answer.text()).as(name).contains("'" + needed + "'");
        }
      }
    }
  }

  private static List<String> with(List<String> all, String more) {
    var list = new ArrayList<>(all);
    list.add(more);
    return list;
  }

  private static List<String> permissions(JsonNode paths) {
    return paths
        .valueStream()
        .flatMap(JsonNode::valueStream)
        .map(call -> call.path("x-permission").asString(""))
        .filter(permission -> !permission.isEmpty() && !permission.equals("signedIn"))
        .distinct()
        .toList();
  }

  private static Api.Answer call(Api api, String method, String path) {
    return api.send(
        method.toUpperCase(Locale.ROOT),
        path.replace("{contactId}", OWN).replaceAll("\\{[a-zA-Z]+}", "x"),
        BodyPublishers.ofString("{}"),
        "Content-Type",
        "application/json");
  }

  @Test
  void whatIsNotDescribedIsForAdministrators() {
    assertThat(token("listen").get("/api/v1/nothing").status()).isEqualTo(403);
    assertThat(api().get("/api/v1/nothing").status()).isEqualTo(404);
  }

  @Test
  void agentSeesNothingOfContactsOfOthers() {
    var agent = user("access-agent", "access.jdoe", "Agent");

    assertThat(agent.get("/api/v1/contacts/" + OWN).status()).isEqualTo(200);
    assertThat(agent.get("/api/v1/contacts/" + OWN + "/transcript").status()).isEqualTo(200);
    for (var part : List.of("", "/transcript", "/comments", "/waveform.json", "/syntax")) {
      assertThat(agent.get("/api/v1/contacts/" + OTHER + part).status()).as(part).isEqualTo(404);
    }
    assertThat(agent.post("/api/v1/contacts/" + OTHER + "/playback-url", "").status())
        .isEqualTo(404);
    assertThat(ids(agent.get("/api/v1/contacts"))).containsExactly(OWN);
    assertThat(ids(agent.get("/api/v1/contacts?q=kettle"))).containsExactly(OWN);
    assertThat(ids(agent.get("/api/v1/contacts?agent=access.asmith"))).isEmpty();
    assertThat(agent.get("/api/v1/contact-count").json().path("count").asInt()).isEqualTo(1);
    assertThat(agent.get("/api/v1/contact-values/agent").text())
        .contains("access.jdoe")
        .doesNotContain("access.asmith");
    var dashboard = agent.get("/api/v1/dashboard").json();
    assertThat(dashboard.path("total").path("contacts").asInt()).isEqualTo(1);
    assertThat(dashboard.path("agents").toString()).doesNotContain("access.asmith");
    assertThat(dashboard.path("findingContacts").asInt()).isEqualTo(1);
    assertThat(
            agent
                .get("/api/v1/status")
                .json()
                .path("contacts")
                .valueStream()
                .mapToInt(JsonNode::asInt)
                .sum())
        .isEqualTo(1);
  }

  @Test
  void agentWithoutNameInConnectHasNoContacts() {
    var nobody = user("access-nobody", "", "Agent");

    assertThat(ids(nobody.get("/api/v1/contacts"))).isEmpty();
    assertThat(nobody.get("/api/v1/contacts/" + OWN).status()).isEqualTo(404);
    assertThat(nobody.get("/api/v1/contact-values/agent").json().path("items").size()).isZero();
  }

  @Test
  void whoMayOnlyListenGetsNoWords() {
    var listener = user("access-listener", "", "AC_CallRecording");
    var page = listener.get("/api/v1/contacts/" + OTHER);

    assertThat(page.json().path("allowed").valueStream().map(JsonNode::asString))
        .containsExactly("listen", "unredacted");
    assertThat(page.json().path("analysis").toString()).doesNotContainIgnoringCase("kettle");
    assertThat(page.json().path("attachments").size()).isZero();
    assertThat(listener.get("/api/v1/contacts/" + OTHER + "/waveform.json").status())
        .isEqualTo(200);
    for (var path :
        List.of(
            "/api/v1/contacts/" + OTHER + "/transcript",
            "/api/v1/contacts/" + OTHER + "/transcript.txt",
            "/api/v1/contacts/" + OTHER + "/syntax",
            "/api/v1/contacts/" + OTHER + "/turns/0/history",
            "/api/v1/contacts/" + OTHER + "/attachments/CallRecording.wav",
            "/api/v1/contacts/" + OTHER + "/attachments/CustomerTranscripts.json",
            "/api/v1/contacts?q=kettle",
            "/api/v1/contact-count?phrase=kettle",
            "/api/v1/contact-values/phrase",
            "/api/v1/dashboard?entity=PRODUCT")) {
      assertThat(listener.get(path).status()).as(path).isEqualTo(403);
    }
    var dashboard = listener.get("/api/v1/dashboard").json();
    assertThat(dashboard.path("phrases").size()).isZero();
    assertThat(dashboard.path("entities").size()).isZero();
  }

  @Test
  void downloadTakesBothThePermissionAndTheOneForWhatIsInIt() {
    var reader = token("download", "readTranscript");
    assertThat(reader.get("/api/v1/contacts/" + OWN + "/transcript.txt").status()).isEqualTo(200);
    assertThat(reader.get("/api/v1/contacts/" + OWN + "/attachments/CallRecording.wav").status())
        .isEqualTo(403);
    assertThat(
            token("download", "listen").get("/api/v1/contacts/" + OWN + "/transcript.txt").status())
        .isEqualTo(403);
  }

  @Test
  void bytesStopFlowingWhenTheRightIsTakenAwayOrTheSignInEnds() {
    var listener = user("access-stopped", "", "AC_CallRecording");
    var link = playbackUrl(listener);
    var anybody = api().withoutToken();
    assertThat(anybody.get(link, "Range", "bytes=0-9").status()).isEqualTo(206);

    assertThat(assign("AC_CallRecording", List.of())).isEqualTo(200);
    assertThat(anybody.get(link, "Range", "bytes=0-9").status()).isEqualTo(403);
    assertThat(assign("AC_CallRecording", List.of(listener.id))).isEqualTo(200);
    assertThat(anybody.get(link, "Range", "bytes=0-9").status()).isEqualTo(206);

    assertThat(listener.api.delete("/api/v1/session").status()).isEqualTo(204);
    assertThat(anybody.get(link, "Range", "bytes=0-9").status()).isEqualTo(403);
  }

  @Test
  void whatIsNotRedactedIsHeardAndSavedByThoseAloneWhoMay() {
    var set = ownSet("Redacted only", "listen", "download");
    var listener = user("access-redacted-only", "", set);
    var anybody = api().withoutToken();

    var refused = listener.post("/api/v1/contacts/" + OTHER + "/playback-url", "");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).contains("'unredacted'");
    var file = "/attachments/CallRecording.wav";
    assertThat(listener.get("/api/v1/contacts/" + OTHER + file).status()).isEqualTo(403);
    assertThat(listener.get("/api/v1/contacts/" + OTHER).json().path("attachments").size())
        .isZero();

    for (var peaks : List.of("/waveform.json", "/waveform.dat")) {
      assertThat(listener.get("/api/v1/contacts/" + OTHER + peaks).status()).isEqualTo(403);
      assertThat(listener.get("/api/v1/contacts/" + REDACTED + peaks).status()).isEqualTo(200);
    }

    var heard = listener.post("/api/v1/contacts/" + REDACTED + "/playback-url", "");
    assertThat(heard.status()).as(heard.text()).isEqualTo(200);
    var link = heard.json().path("url").asString();
    assertThat(anybody.get(link, "Range", "bytes=0-9").status()).isEqualTo(206);
    assertThat(listener.get("/api/v1/contacts/" + REDACTED + file).status()).isEqualTo(200);
  }

  @Test
  void bytesThatAreNotRedactedStopFlowingWhenThatRightIsTakenAway() {
    var set = ownSet("Redacted soon", "listen", "unredacted");
    var listener = user("access-redacted-soon", "", set);
    var link = playbackUrl(listener);
    var anybody = api().withoutToken();
    assertThat(anybody.get(link, "Range", "bytes=0-9").status()).isEqualTo(206);

    var less = "{\"label\":\"Redacted soon\",\"permissions\":[\"listen\"],\"contacts\":\"all\"}";
    assertThat(api().put("/api/v1/permission-sets/" + set, less).status()).isEqualTo(200);

    assertThat(anybody.get(link, "Range", "bytes=0-9").status()).isEqualTo(403);
  }

  @Test
  void doctorSaysWhyAUserHearsNothing() {
    user("access-asked", "", "AC_Transcript");
    user("access-asked-agent", "", "Agent");
    user("access-asked-listener", "", "AC_CallRecording");

    assertThat(diagnosis("access-nobody-at-all").path("verdict").asString()).isEqualTo("failed");
    var reader = diagnosis("Access-Asked");
    assertThat(reader.path("verdict").asString()).isEqualTo("failed");
    assertThat(reader.path("found").asString())
        .contains("does not have AC_CallRecording", "readTranscript (all)");
    assertThat(diagnosis("access-asked-agent").path("found").asString())
        .contains("No agent's user name is set");
    assertThat(diagnosis("access-asked-listener").path("verdict").asString()).isEqualTo("ok");
  }

  private JsonNode diagnosis(String userName) {
    var answer = api().get("/api/v1/doctor?user=" + userName);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("checks").size()).isEqualTo(1);
    return answer.json().path("checks").get(0);
  }

  private String ownSet(String label, String... permissions) {
    var made =
        api()
            .post(
                "/api/v1/permission-sets",
                JSON.writeValueAsString(
                    Map.of("label", label, "permissions", permissions, "contacts", "all")));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json().path("id").asString();
  }

  private static String playbackUrl(Browser browser) {
    var answer = browser.post("/api/v1/contacts/" + OTHER + "/playback-url", "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("url").asString();
  }

  private int assign(String set, List<String> users) {
    return api()
        .put(
            "/api/v1/permission-sets/" + set + "/assignments",
            JSON.writeValueAsString(Map.of("users", users, "groups", List.of())))
        .status();
  }

  @Test
  void exportHoldsNoContactsOfOthersAndNoWordsThatMayNotBeRead() throws Exception {
    var set =
        api()
            .post(
                "/api/v1/permission-sets",
                "{\"label\":\"Own export\",\"permissions\":[\"export\"],\"contacts\":\"own\"}")
            .json()
            .path("id")
            .asString();
    var agent = user("access-export", "access.jdoe", set);

    var started =
        agent.post(
            "/api/v1/bulk-actions",
            JSON.writeValueAsString(Map.of("action", "export", "contactIds", List.of(OWN, OTHER))));
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    var file = "/api/v1/bulk-actions/" + started.json().path("id").asString();
    await().until(() -> agent.get(file).json().path("state").asString().equals("complete"));
    assertThat(agent.get(file).json().path("failed").asInt()).isEqualTo(1);

    var names = new ArrayList<String>();
    var text = new StringBuilder();
    try (var zip =
        new java.util.zip.ZipInputStream(
            new java.io.ByteArrayInputStream(agent.get(file + "/file").body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        text.append(new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    assertThat(names).containsExactlyInAnyOrder("contacts.csv", "contacts.ndjson");
    assertThat(text.toString()).contains(OWN).doesNotContain(OTHER);
    assertThat(
            agent.post("/api/v1/bulk-actions", "{\"action\":\"delete\",\"query\":\"\"}").status())
        .isEqualTo(403);
  }

  @Test
  void liveEventsEndWhenOtherContactsMayBeSeenAndWhenTheSignInEnds() {
    var set = ownSet("Seen for a while", "listen");
    var listener = user("access-live-ended", "access.jdoe", set);
    var revoked = api().post("/api/v1/tokens", "{\"name\":\"soon revoked\"}").json();
    try (var events = listener.api.listen("/api/v1/events");
        var ofToken = api().withToken(revoked.path("token").asString()).listen("/api/v1/events")) {
      api().post("/api/v1/contacts/" + OTHER + "/comments", "{\"text\":\"told\"}");
      events.first("told", event -> event.isOf(OTHER));
      ofToken.first("told", event -> event.isOf(OTHER));

      var own =
          "{\"label\":\"Seen for a while\",\"permissions\":[\"listen\"],\"contacts\":\"own\"}";
      assertThat(api().put("/api/v1/permission-sets/" + set, own).status()).isEqualTo(200);
      api().delete("/api/v1/tokens/" + revoked.path("id").asString());
      events.forget();
      ofToken.forget();
      // Rights are looked up once a second at most.
      await().pollDelay(Duration.ofMillis(1_100)).until(() -> true);
      api().post("/api/v1/contacts/" + OTHER + "/comments", "{\"text\":\"untold\"}");

      await().atMost(Duration.ofSeconds(5)).until(events::hasEnded);
      await().atMost(Duration.ofSeconds(5)).until(ofToken::hasEnded);
      assertThat(events.events()).noneMatch(event -> event.isOf(OTHER));
      assertThat(ofToken.events()).noneMatch(event -> event.isOf(OTHER));
    }
  }

  @Test
  void liveEventsAreOfOwnContactsAlone() {
    var agent = user("access-live", "access.jdoe", "Agent");
    try (var events = agent.api.listen("/api/v1/events")) {
      api().post("/api/v1/contacts/" + OTHER + "/comments", "{\"text\":\"one\"}");
      api().post("/api/v1/contacts/" + OWN + "/comments", "{\"text\":\"two\"}");

      events.first("own", event -> event.name().equals("contact") && event.isOf(OWN));
      assertThat(events.events()).noneMatch(event -> event.isOf(OTHER));
    }
  }

  @Test
  void groupGivesItsSetsAndTheUserSaysThroughWhichSet() {
    var browser = user("access-grouped", "");
    assertThat(ids(browser.get("/api/v1/contacts"))).isEmpty();
    var group =
        api()
            .post(
                "/api/v1/groups",
                JSON.writeValueAsString(
                    Map.of(
                        "name",
                        "Ears",
                        "users",
                        List.of(browser.id),
                        "permissionSets",
                        List.of("AC_CallRecording"))));
    assertThat(group.status()).as(group.text()).isEqualTo(201);

    assertThat(browser.get("/api/v1/contacts/" + OTHER).status()).isEqualTo(200);
    var user = api().get("/api/v1/users/" + browser.id).json();
    assertThat(user.path("rights").toString()).contains("Call Recording (Ears)");
    assertThat(
            new Described(api().get("/openapi").json())
                .faults("get", "/api/v1/users/{userId}", 200, "application/json", user))
        .isEmpty();
    assertThat(
            new Described(api().get("/openapi").json())
                .faults("get", "/api/v1/session", 200, "application/json", browser.session))
        .isEmpty();
  }

  @Test
  void embedPageMayDoNoMoreThanItsMaker() {
    var answer = token("link", "listen").post("/api/v1/contacts/" + OWN + "/embed-link", "");
    assertThat(answer.status()).isEqualTo(201);
    var url = answer.json().path("url").asString();
    var embedded = api().withToken(url.substring(url.indexOf('=') + 1));

    assertThat(embedded.get("/api/v1/contacts/" + OWN).status()).isEqualTo(200);
    assertThat(embedded.get("/api/v1/contacts/" + OWN + "/transcript").status()).isEqualTo(403);
    assertThat(embedded.get("/api/v1/contacts/" + OTHER).status()).isEqualTo(403);
  }

  private static List<String> ids(Api.Answer list) {
    assertThat(list.status()).as(list.text()).isEqualTo(200);
    return list.json()
        .path("items")
        .valueStream()
        .map(item -> item.path("contactId").asString())
        .filter(id -> id.startsWith("access-"))
        .toList();
  }
}
