package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.SampleRecord;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people say about a contact, over HTTP. */
class CommentsIT extends RunningServer {

  private static final String PATH = "/api/v1/contacts/{contactId}/comments";

  private Api colleague = Api.at(1, null);

  @BeforeAll
  void bringAColleague() {
    var token = api().post("/api/v1/tokens", "{\"name\":\"colleague\"}").json();
    colleague = Api.at(api().address().getPort(), token.path("token").asString());
  }

  private static String comments(String contact) {
    return PATH.replace("{contactId}", contact);
  }

  private JsonNode write(String contact, String json) {
    var answer = api().post(comments(contact), json);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private List<String> texts(String contact) {
    return api()
        .get(comments(contact))
        .json()
        .path("items")
        .valueStream()
        .map(comment -> comment.path("text").asString())
        .toList();
  }

  @Test
  void commentsComeByPlaceWithTheirRepliesByAge() {
    api().hand(SampleRecord.of("discussed"));
    var late = write("discussed", "{\"text\":\"late\",\"atMillis\":83400}");
    write("discussed", "{\"text\":\"early\",\"atMillis\":1200}");
    write("discussed", "{\"text\":\"whole\"}");
    write("discussed", reply(late, "first reply"));
    write("discussed", reply(late, "second reply"));

    assertThat(texts("discussed"))
        .containsExactly("whole", "early", "late", "first reply", "second reply");
    assertThat(api().page("discussed").path("comments").asInt()).isEqualTo(5);
  }

  @Test
  void replyHasThePlaceOfItsComment() {
    api().hand(SampleRecord.of("replied"));
    var comment = write("replied", "{\"text\":\"here\",\"atMillis\":83400}");

    var reply =
        write(
            "replied",
            "{\"text\":\"yes\",\"atMillis\":1,\"replyTo\":\"%s\"}"
                .formatted(comment.path("id").asString()));

    assertThat(reply.path("atMillis").asLong()).isEqualTo(83_400);
    assertThat(reply.path("replyTo")).isEqualTo(comment.path("id"));
    assertThat(api().post(comments("replied"), reply(reply, "deeper")).status()).isEqualTo(400);
  }

  @Test
  void onlyTheAuthorMayChangeOrRemove() {
    api().hand(SampleRecord.of("authored"));
    var comment = write("authored", "{\"text\":\"mine\"}");
    var path = comments("authored") + "/" + comment.path("id").asString();

    assertThat(comment.path("own").asBoolean()).isTrue();
    assertThat(comment.path("author").asString()).isEqualTo("operator");
    var seen = colleague.get(comments("authored")).json().path("items").path(0);
    assertThat(seen.path("own").asBoolean()).isFalse();
    assertThat(colleague.put(path, "{\"text\":\"theirs\"}").status()).isEqualTo(403);
    assertThat(colleague.delete(path).status()).isEqualTo(403);

    var edited = api().put(path, "{\"text\":\"better\"}");
    assertThat(edited.status()).isEqualTo(200);
    assertThat(edited.json().path("editedAt").isString()).isTrue();
    assertThat(texts("authored")).containsExactly("better");
    assertThat(api().delete(path).status()).isEqualTo(204);
    assertThat(api().delete(path).status()).isEqualTo(404);
    assertThat(texts("authored")).isEmpty();
  }

  @Test
  void commentGoesWithTheRepliesOfOthers() {
    api().hand(SampleRecord.of("withdrawn"));
    var comment = write("withdrawn", "{\"text\":\"question\"}");
    assertThat(colleague.post(comments("withdrawn"), reply(comment, "answer")).status())
        .isEqualTo(201);

    api().delete(comments("withdrawn") + "/" + comment.path("id").asString());

    assertThat(texts("withdrawn")).isEmpty();
  }

  @Test
  void sameTextIsNoChange() {
    api().hand(SampleRecord.of("unchanged"));
    var comment = write("unchanged", "{\"text\":\"same\"}");

    var edited =
        api()
            .put(
                comments("unchanged") + "/" + comment.path("id").asString(), "{\"text\":\"same\"}");

    assertThat(edited.json()).isEqualTo(comment);
  }

  @Test
  void whatCannotBeKeptIsRefused() {
    api().hand(SampleRecord.of("refused"));
    api().hand(SampleRecord.of("other"));
    var elsewhere = write("other", "{\"text\":\"elsewhere\"}");

    for (var body :
        List.of(
            "{}",
            "{\"text\":\" \"}",
            "{\"text\":\"nul \\u0000\"}",
            "{\"text\":\"%s\"}".formatted("x".repeat(5_001)),
            "{\"text\":\"early\",\"atMillis\":-1}",
            reply(elsewhere, "across contacts"))) {
      assertThat(api().post(comments("refused"), body).status()).isEqualTo(400);
    }
    assertThat(api().post(comments("refused"), text("x".repeat(5_000))).status()).isEqualTo(201);
    assertThat(api().post(comments("nobody"), "{\"text\":\"x\"}").status()).isEqualTo(404);
    assertThat(api().get(comments("nobody")).status()).isEqualTo(404);
    var other = comments("refused") + "/" + elsewhere.path("id").asString();
    assertThat(api().put(other, "{\"text\":\"x\"}").status()).isEqualTo(404);
  }

  @Test
  void answersAreAsDescribed() {
    api().hand(SampleRecord.of("described"));
    var described = new Described(api().get("/openapi").json());
    var comment = write("described", "{\"text\":\"here\",\"atMillis\":5}");

    assertThat(described.faults("post", PATH, 201, "application/json", comment)).isEmpty();
    assertThat(
            described.faults(
                "get", PATH, 200, "application/json", api().get(comments("described")).json()))
        .isEmpty();
    assertThat(
            described.faults(
                "put",
                PATH + "/{commentId}",
                200,
                "application/json",
                api()
                    .put(comments("described") + "/" + comment.path("id").asString(), text("new"))
                    .json()))
        .isEmpty();
  }

  private static String text(String text) {
    return JsonMapper.shared().createObjectNode().put("text", text).toString();
  }

  private static String reply(JsonNode comment, String text) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("text", text)
        .put("replyTo", comment.path("id").asString())
        .toString();
  }
}
