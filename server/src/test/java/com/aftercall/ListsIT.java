package com.aftercall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.SampleRecord;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists of contacts over HTTP: filters, orders, search, figures and saved views. */
class ListsIT extends RunningServer {

  private static final String QUEUE = "queue=Lists";

  private final byte[] audio = fixture("journey/recording-9s-8khz.wav");

  @Autowired private JdbcTemplate jdbc;
  @Autowired private ApplicationContext server;

  /** Four contacts: two in English, one in German, one that asked for nothing. */
  @BeforeAll
  void fill() {
    play(
        record("lists-1", "ann", "+49 30 1234567", "2026-03-01T10:00:00Z")
            .attribute("tier", "gold"),
        "Agent: How can I help you?",
        "Customer: I want two refunds. The silver kettle is terrible. It leaks.");
    play(
        record("lists-2", "bob", "+1 555 0100", "2026-03-02T10:00:00Z").attribute("tier", "basic"),
        "Agent: We refund the silver kettle today.",
        "Customer: Thank you very much, that is wonderful and I am happy.");
    play(
        record("lists-3", "bob", "+1 555 0199", "2026-03-04T10:00:00Z")
            .attribute("postcallTranscribeLanguage", "de-DE")
            .attribute("postcallTranscribeComprehendAnalysis", "dl"),
        "Agent: Ich sehe Ihre Rechnungen.",
        "Customer: Wie geht es Ihnen?");
    api()
        .hand(
            SampleRecord.of("lists-4")
                .with("Agent", null)
                .with("Queue", Map.of("Name", "Lists"))
                .with("InitiationTimestamp", null));
    api().settled("lists-4");
  }

  private static SampleRecord record(String id, String agent, String address, String time) {
    return SampleRecord.asGiven()
        .with("ContactId", id)
        .recordedAt("calls/" + id + ".wav")
        .with("Agent", Map.of("Username", agent))
        .with("Queue", Map.of("Name", "Lists"))
        .with("CustomerEndpoint", Map.of("Address", address, "Type", "TELEPHONE_NUMBER"))
        .with("InitiationTimestamp", time)
        .attribute("postcallTranscribeComprehendAnalysis", "snt,kw,dl,ne");
  }

  private void play(SampleRecord record, String agent, String customer) {
    var id = JsonMapper.shared().readTree(record.json()).path("ContactId").asString();
    api().store("calls/" + id + ".wav", audio);
    var subtitles =
        "WEBVTT\n\n00:00.500 --> 00:03.500\n%s\n\n00:04.000 --> 00:08.000\n%s\n"
            .formatted(agent, customer);
    api().store("calls/" + id + ".vtt", subtitles.getBytes(UTF_8));
    api().hand(record);
    var page = api().settled(id);
    assertThat(page.path("state").asString())
        .as(page.path("reason").asString(""))
        .isEqualTo("complete");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private JsonNode list(String query) {
    var answer = api().get("/api/v1/contacts?" + QUEUE + "&" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private List<String> ids(String query) {
    return list(query)
        .path("items")
        .valueStream()
        .map(i -> i.path("contactId").asString())
        .toList();
  }

  private JsonNode item(String id) {
    return list("number=" + id).path("items").path(0);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=10, 4 3 2 1",
    "state=complete, 3 2 1",
    "state=complete&state=notRequested, 4 3 2 1",
    "agent=ann, 1",
    "agent=ann&agent=bob, 3 2 1",
    "agent=ann&attribute=tier, 1",
    "agent=bob&attribute=tier, 2",
    "attribute=tier%3Agold, 1",
    "attribute=tier&attribute=tier%3Agold, 1",
    "attribute=tier&attribute=tier%3Asilver, ''",
    "number=%2B49301234567, 1",
    "number=4930, 1",
    "number=4567, 1",
    "number=301234, ''",
    "number=1555, 4 3 2",
    "number=lists-2, 2",
    "from=2026-03-02T10:00:00Z, 3 2",
    "from=2026-03-02T11:00:00%2B01:00, 3 2",
    "to=2026-03-02T10:00:00Z, 1",
    "minDuration=9300, 3 2 1",
    "minDuration=9301, ''",
    "maxDuration=9300, 3 2 1",
    "maxDuration=9299, ''",
    "minAgentTalk=0, 3 2 1",
    "maxAgentTalk=0.4, ''",
    "minSilence=0.1&maxSilence=0.9, 3 2 1",
    "language=de-DE, 3",
    "sentiment=POSITIVE&agent=bob&language=en-US, 2",
    "phrase=Silver%20KETTLE, 2 1",
    "entity=PRODUCT, 2 1",
    "entity=PRODUCT%3ASilver%20Kettle, 2 1",
    "entity=PRODUCT%3Agolden%20kettle, ''",
    "channel=VOICE, 4 3 2 1",
    "channel=CHAT, ''",
    "failure=RECORDING_NOT_FOUND, ''",
  })
  void filtersLeaveTheContactsThatFulfilAllOfThem(String query, String expected) {
    assertThat(ids(query)).isEqualTo(numbered(expected));
    var count =
        api().get("/api/v1/contact-count?" + QUEUE + "&" + query.replace("limit=10", "")).json();
    assertThat(count.path("count").asInt()).isEqualTo(numbered(expected).size());
    assertThat(count.path("more").asBoolean()).isFalse();
  }

  private static List<String> numbered(String numbers) {
    return numbers.isEmpty()
        ? List.of()
        : List.of(numbers.split(" ")).stream().map(number -> "lists-" + number).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "refund | 2 1",
        "Refunding | 2 1",
        "refund kettle | 2 1",
        "refund wonderful | 2",
        "refund -wonderful | 1",
        "leaks or rechnung | 3 1",
        "\"silver kettle\" | 2 1",
        "\"kettle silver\" | ''",
        "\"how can i\" | 1",
        "\"you want\" | ''",
        "\"help you i want\" | ''",
        "agent:refund | 2",
        "customer:refund | 1",
        "agent:\"silver kettle\" | 2",
        "-agent:refund customer:kettle | 1",
        "rechnung | 3",
        "it's | ''",
        "!!! | ''",
      })
  void searchFindsWhatWasSaid(String words, String expected) {
    assertThat(ids("q=" + encoded(words))).isEqualTo(numbered(expected));
  }

  @Test
  void hitsAreTheSentencesWithWhatMatchesInThem() {
    var hits = list("q=refund&agent=ann").path("items").path(0).path("hits");

    assertThat(hits.size()).isEqualTo(1);
    var hit = hits.path(0);
    assertThat(hit.path("participant").asString()).isEqualTo("customer");
    assertThat(hit.path("beginMillis").asLong()).isEqualTo(4_000);
    assertThat(hit.path("text").asString()).isEqualTo("I want two refunds.");
    assertThat(hit.path("marks").toString()).isEqualTo("[{\"beginOffset\":11,\"endOffset\":18}]");
    assertThat(item("lists-1").has("hits")).isFalse();
  }

  @Test
  void lineHasTheFactsThatTheStepsFound() {
    var line = item("lists-1");

    assertThat(line.path("durationMillis").asLong()).isEqualTo(9_300);
    assertThat(line.path("language").asString()).isEqualTo("en-US");
    assertThat(line.path("sentiment").asString()).isEqualTo("NEGATIVE");
    assertThat(line.path("turns").asInt()).isEqualTo(2);
    assertThat(line.path("agentTalkShare").asDouble()).isBetween(0.4, 0.5);
    assertThat(line.path("silenceShare").asDouble()).isBetween(0.2, 0.4);
    assertThat(line.path("comments").asInt()).isZero();
    assertThat(line.path("deletedAt").isNull()).isTrue();
    assertThat(api().post("/api/v1/contacts/lists-1/comments", "{\"text\":\"Seen\"}").status())
        .isEqualTo(201);
    assertThat(item("lists-1").path("comments").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "arrival, 1 2 3 4, 4 3 2 1",
    "started, 1 2 3 4, 3 2 1 4",
    "agent, 1 2 3 4, 3 2 1 4",
    "duration, 1 2 3 4, 3 2 1 4",
    "queue, 1 2 3 4, 4 3 2 1",
  })
  void everyOrderPagesThroughAllContactsOnceAndEndsWithThoseWithoutAValue(
      String sort, String ascending, String descending) {
    assertThat(pages("sort=" + sort + "&order=asc")).isEqualTo(numbered(ascending));
    assertThat(pages("sort=" + sort)).isEqualTo(numbered(descending));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sentiment", "agentTalk", "silence"})
  void ordersByWhatWasFoundPageThroughAllContactsOnce(String sort) {
    assertThat(pages("sort=" + sort)).hasSize(4).doesNotHaveDuplicates();
    assertThat(pages("sort=" + sort + "&order=asc"))
        .hasSize(4)
        .doesNotHaveDuplicates()
        .endsWith("lists-4");
  }

  @Test
  void sentimentsAreSortedFromBadToGood() {
    assertThat(ids("sort=sentiment&order=asc&language=en-US")).isEqualTo(numbered("1 2"));
    assertThat(ids("sort=sentiment&language=en-US")).isEqualTo(numbered("2 1"));
  }

  private List<String> pages(String query) {
    var ids = new ArrayList<String>();
    var next = "";
    while (true) {
      var page = list(query + "&limit=1" + next);
      page.path("items").forEach(item -> ids.add(item.path("contactId").asString()));
      if (page.path("next").isNull() || ids.size() > 10) {
        return ids;
      }
      next = "&cursor=" + page.path("next").asString();
    }
  }

  @Test
  void cursorOfAnotherOrderIsRefused() {
    var cursor = list("limit=1&sort=agent").path("next").asString();

    var answer = api().get("/api/v1/contacts?sort=queue&cursor=" + cursor);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asString()).contains("another order");
    assertThat(api().get("/api/v1/contacts?sort=agent&order=asc&cursor=" + cursor).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agnet=ann",
        "state=lost",
        "sentiment=GOOD",
        "sort=name",
        "order=up",
        "limit=201",
        "limit=x",
        "view=mine",
        "cursor=x",
        "from=yesterday",
        "minDuration=long",
        "maxSilence=2",
        "agent=",
        "number=1&number=2",
      })
  void whatCannotBeUnderstoodIsRefusedWithASentence(String query) {
    var answer = api().get("/api/v1/contacts?" + query);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("detail").asString()).isNotBlank();
  }

  @Test
  void contactInTheBinIsInNoListButTheBin() {
    jdbc.update("update contact set deleted_at = now() where contact_id = 'lists-2'");
    try {
      assertThat(ids("limit=10")).isEqualTo(numbered("4 3 1"));
      assertThat(ids("q=refund")).isEqualTo(numbered("1"));
      assertThat(ids("view=deleted")).isEqualTo(numbered("2"));
      assertThat(list("view=deleted").path("items").path(0).path("deletedAt").isString()).isTrue();
      assertThat(count("")).isEqualTo(3);
      assertThat(dashboard("").path("total").path("contacts").asInt()).isEqualTo(3);
    } finally {
      jdbc.update("update contact set deleted_at = null where contact_id = 'lists-2'");
    }
    assertThat(count("")).isEqualTo(4);
  }

  private int count(String query) {
    return api().get("/api/v1/contact-count?" + QUEUE + query).json().path("count").asInt();
  }

  private JsonNode dashboard(String query) {
    var answer = api().get("/api/v1/dashboard?" + QUEUE + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void dashboardSumsUpWhatTheFiltersLeave() {
    var figures = dashboard("");

    assertThat(figures.path("total").path("contacts").asInt()).isEqualTo(4);
    assertThat(figures.path("total").path("meanDurationMillis").asDouble()).isEqualTo(9_300);
    assertThat(figures.path("states").toString())
        .isEqualTo("{\"waiting\":0,\"running\":0,\"complete\":3,\"failed\":0,\"notRequested\":1}");
    assertThat(
            figures
                .path("series")
                .valueStream()
                .map(p -> p.path("begin").asString() + " " + p.path("contacts").asInt()))
        .containsExactly(
            "2026-03-01T00:00:00Z 1",
            "2026-03-02T00:00:00Z 1",
            "2026-03-03T00:00:00Z 0",
            "2026-03-04T00:00:00Z 1");
    assertThat(
            figures
                .path("agents")
                .valueStream()
                .map(a -> a.path("name").asString() + " " + a.path("contacts").asInt()))
        .containsExactly("bob 2", "ann 1");
    assertThat(figures.path("queues").path(0).path("contacts").asInt()).isEqualTo(4);
    assertThat(figures.path("findingContacts").asInt()).isEqualTo(4);
    assertThat(figures.path("entities").path(0).toString())
        .isEqualTo("{\"type\":\"PRODUCT\",\"text\":\"silver kettle\",\"contacts\":2}");
    assertThat(
            figures
                .path("phrases")
                .valueStream()
                .map(p -> p.path("text").asString() + " " + p.path("contacts").asInt()))
        .contains("silver kettle 2");
    assertThat(
            dashboard("&interval=month&zone=Europe/Berlin")
                .path("series")
                .path(0)
                .path("begin")
                .asString())
        .isEqualTo("2026-02-28T23:00:00Z");
    assertThat(dashboard("&q=refund&agent=ann").path("total").path("negative").asInt())
        .isEqualTo(1);
    assertThat(api().get("/api/v1/dashboard?zone=Mars").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "agent, AN, ann",
    "queue, lis, Lists",
    "language, de, de-DE",
    "channel, voi, VOICE",
    "attribute, TIE, tier",
    "attribute, tier:g, tier:gold",
    "phrase, silver k, silver kettle",
    "entity, prod, PRODUCT",
    "entity, product:silver, PRODUCT:silver kettle",
  })
  void valuesBeginAsAskedWhateverTheirCase(String field, String prefix, String value) {
    var values = api().get("/api/v1/contact-values/" + field + "?prefix=" + encoded(prefix));

    assertThat(values.json().path("items").valueStream().map(JsonNode::asString)).contains(value);
    assertThat(
            api()
                .get("/api/v1/contact-values/" + field + "?prefix=%25")
                .json()
                .path("items")
                .size())
        .as("a percent sign is a letter like others")
        .isZero();
  }

  @Test
  void valuesOfAFieldThatIsNoneAreRefused() {
    assertThat(api().get("/api/v1/contact-values/secret").status()).isEqualTo(400);
  }

  @Test
  void correctedWordIsFoundAtOnceAndTheMisheardOneNoMore() {
    api().put("/api/v1/contacts/lists-3/turns/1", "{\"text\":\"Wie geht es Frau Zauberberg?\"}");

    assertThat(ids("q=zauberberg")).isEqualTo(numbered("3"));
    assertThat(ids("q=ihnen")).isEmpty();
    api().put("/api/v1/contacts/lists-3/turns/1", "{\"text\":null}");
    assertThat(ids("q=ihnen")).isEqualTo(numbered("3"));
  }

  @Test
  void contactOfAnEarlierVersionIsTakenOver() {
    jdbc.update(
        "delete from contact_content where number = (select number from contact where contact_id = 'lists-1')");
    assertThat(ids("q=leaks")).isEmpty();

    server.getBean("indexBackfill", Runnable.class).run();

    assertThat(ids("q=leaks")).isEqualTo(numbered("1"));
  }

  @Test
  void viewsAreTheirOwnersUnlessShared() {
    var other = Api.at(api().address().getPort(), newToken("lists-other"));
    var view =
        api()
            .post(
                "/api/v1/views",
                "{\"name\":\" Refunds \",\"query\":\"q=refund\",\"columns\":[\"agent\"],\"shared\":false}");
    assertThat(view.status()).isEqualTo(201);
    var path = "/api/v1/views/" + view.json().path("id").asString();
    assertThat(view.json().path("name").asString()).isEqualTo("Refunds");
    assertThat(view.json().path("own").asBoolean()).isTrue();

    assertThat(names(other)).doesNotContain("Refunds");
    assertThat(other.delete(path).status()).isEqualTo(404);
    api().put(path, "{\"name\":\"Refunds\",\"query\":\"q=refund\",\"columns\":[],\"shared\":true}");
    assertThat(names(other)).contains("Refunds");
    assertThat(other.delete(path).status()).isEqualTo(403);
    assertThat(
            other
                .put(path, "{\"name\":\"x\",\"query\":\"\",\"columns\":[],\"shared\":true}")
                .status())
        .isEqualTo(403);
    assertThat(other.put(path + "/pin", "{\"pinned\":true}").status()).isEqualTo(204);
    assertThat(pinned(other)).containsExactly("Refunds");
    assertThat(pinned(api())).isEmpty();
    assertThat(api().delete(path).status()).isEqualTo(204);
    assertThat(names(other)).doesNotContain("Refunds");
    assertThat(
            api()
                .post(
                    "/api/v1/views",
                    "{\"name\":\" \",\"query\":\"\",\"columns\":[],\"shared\":true}")
                .status())
        .isEqualTo(400);
  }

  private String newToken(String name) {
    return api()
        .post("/api/v1/tokens", "{\"name\":\"" + name + "\"}")
        .json()
        .path("token")
        .asString();
  }

  private static List<String> names(Api api) {
    return api.get("/api/v1/views")
        .json()
        .path("items")
        .valueStream()
        .map(v -> v.path("name").asString())
        .toList();
  }

  private static List<String> pinned(Api api) {
    return api.get("/api/v1/views")
        .json()
        .path("items")
        .valueStream()
        .filter(v -> v.path("pinned").asBoolean())
        .map(v -> v.path("name").asString())
        .toList();
  }

  @Test
  void answersAreAsDescribed() {
    var described = new Described(api().get("/openapi").json());
    for (var path :
        List.of(
            "/api/v1/contacts?q=refund",
            "/api/v1/contacts?view=recent",
            "/api/v1/contact-count?agent=ann",
            "/api/v1/dashboard?queue=Lists",
            "/api/v1/views")) {
      assertThat(
              described.faults(
                  "get",
                  path.replaceAll("\\?.*", ""),
                  200,
                  "application/json",
                  api().get(path).json()))
          .as(path)
          .isEmpty();
    }
  }
}
