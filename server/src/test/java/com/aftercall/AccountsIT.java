package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Local accounts: passwords, one-time codes, sign-ins that can be ended. */
class AccountsIT extends RunningServer {

  private static final String PASSWORD = "slow amber tractor 9";

  private String create(String name) {
    var made = api().post("/api/v1/users", "{\"userName\":\"%s\",\"active\":true}".formatted(name));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json().path("id").asString();
  }

  private String createWithPassword(String name) {
    var id = create(name);
    assertThat(
            api()
                .put(
                    "/api/v1/users/" + id + "/password",
                    "{\"password\":\"%s\"}".formatted(PASSWORD))
                .status())
        .isEqualTo(204);
    return id;
  }

  private Api.Answer signIn(String name, String password) {
    return api()
        .withoutToken()
        .post("/api/v1/session", "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
  }

  private static String cookie(Api.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.header("Set-Cookie").split(";", 2)[0];
  }

  private int session(String cookie) {
    return api().withoutToken().get("/api/v1/session", "Cookie", cookie).status();
  }

  @Test
  void nameCountsWhateverItsCaseAndThePasswordExactly() {
    createWithPassword("Accounts.Case");

    assertThat(signIn("accounts.case", PASSWORD).status()).isEqualTo(200);
    assertThat(signIn("accounts.case", PASSWORD.toUpperCase(java.util.Locale.ROOT)).status())
        .isEqualTo(401);
    assertThat(signIn("accounts.unknown", PASSWORD).status()).isEqualTo(401);
    assertThat(
            api()
                .post("/api/v1/users", "{\"userName\":\"ACCOUNTS.CASE\",\"active\":true}")
                .status())
        .isEqualTo(409);
  }

  @Test
  void wrongPasswordsMakeTheNextAttemptWaitTheRightOneToo() {
    createWithPassword("accounts.guessed");
    for (var i = 0; i < 6; i++) {
      signIn("accounts.guessed", "wrong wrong wrong " + i);
    }

    var answer = signIn("accounts.guessed", PASSWORD);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    try {
      ahead = Duration.ofMinutes(16);
      assertThat(signIn("accounts.guessed", PASSWORD).status()).isEqualTo(200);
    } finally {
      ahead = Duration.ZERO;
    }
  }

  @Test
  void oneTimeCodeLetsAUserSetAPasswordAndTheOthersSignInsEnd() {
    var id = create("accounts.new");
    var code = api().post("/api/v1/users/" + id + "/sign-in-code", "").json();
    var first =
        cookie(
            api()
                .withoutToken()
                .post(
                    "/api/v1/session",
                    "{\"code\":\"%s\"}".formatted(code.path("code").asString())));
    assertThat(changePassword(first, "null", PASSWORD)).isEqualTo(204);
    var second = cookie(signIn("accounts.new", PASSWORD));

    assertThat(changePassword(second, "\"not that one\"", "other words than before"))
        .isEqualTo(403);
    assertThat(changePassword(second, "\"" + PASSWORD + "\"", "short")).isEqualTo(400);
    assertThat(changePassword(second, "\"" + PASSWORD + "\"", "other words than before"))
        .isEqualTo(204);

    assertThat(session(second)).as("the one in which it was changed").isEqualTo(200);
    assertThat(session(first)).isEqualTo(401);
  }

  private int changePassword(String cookie, String current, String password) {
    return send(
        "PUT",
        "/api/v1/password",
        cookie,
        "{\"current\":%s,\"password\":\"%s\"}".formatted(current, password));
  }

  private int send(String method, String path, String cookie, String body) {
    return api()
        .withCookie(cookie)
        .send(method, path, BodyPublishers.ofString(body), "Content-Type", "application/json")
        .status();
  }

  @Test
  void signInsAreListedAndCanBeEnded() {
    createWithPassword("accounts.listed");
    var one = cookie(signIn("accounts.listed", PASSWORD));
    var two = cookie(signIn("accounts.listed", PASSWORD));
    var listed = api().withoutToken().get("/api/v1/sessions", "Cookie", one).json().path("items");
    assertThat(listed.size()).isEqualTo(2);
    var other =
        listed
            .valueStream()
            .filter(signIn -> !signIn.path("current").asBoolean())
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();

    assertThat(send("DELETE", "/api/v1/sessions/" + other, one, "")).isEqualTo(204);

    assertThat(session(two)).isEqualTo(401);
    assertThat(session(one)).isEqualTo(200);
    assertThat(api().withoutToken().get("/api/v1/sessions?of=everybody", "Cookie", one).status())
        .isEqualTo(403);
  }

  @Test
  void userWhoIsNoLongerActiveIsOut() {
    var id = createWithPassword("accounts.left");
    var cookie = cookie(signIn("accounts.left", PASSWORD));

    assertThat(
            api()
                .put("/api/v1/users/" + id, "{\"userName\":\"accounts.left\",\"active\":false}")
                .status())
        .isEqualTo(200);

    assertThat(session(cookie)).isEqualTo(401);
    assertThat(signIn("accounts.left", PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void lastAdministratorStays() {
    var holders = "/api/v1/permission-sets/Administrator/assignments";
    var before = api().get("/api/v1/permission-sets").json().path("items");
    var others =
        before
            .valueStream()
            .filter(set -> set.path("id").asString().equals("Administrator"))
            .findFirst()
            .orElseThrow();
    var last = create("accounts.last");
    var lastAlone = "{\"users\":[\"%s\"],\"groups\":[]}".formatted(last);
    assertThat(api().put(holders, lastAlone).status()).isEqualTo(200);
    var user = "/api/v1/users/" + last;
    try {
      var inactive =
          "{\"userName\":\"accounts.last\",\"active\":false,\"permissionSets\":[\"Administrator\"]}";
      for (var refused :
          java.util.List.of(
              api().delete(user),
              api().put(user, inactive),
              api().put(user, "{\"userName\":\"accounts.last\",\"active\":true}"),
              api().put(holders, "{\"users\":[],\"groups\":[]}"))) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
      }
      var kept = api().get(user).json();
      assertThat(kept.path("active").asBoolean()).isTrue();
      assertThat(kept.path("rights").toString()).contains("administer");

      var second = create("accounts.second");
      var both = "{\"users\":[\"%s\",\"%s\"],\"groups\":[]}".formatted(last, second);
      assertThat(api().put(holders, both).status()).isEqualTo(200);
      assertThat(api().delete(user).status()).isEqualTo(204);
    } finally {
      api()
          .put(
              holders,
              "{\"users\":%s,\"groups\":%s}"
                  .formatted(others.path("users"), others.path("groups")));
    }
  }

  @Test
  void setsThatComeWithTheServerStayAsTheyAre() {
    assertThat(
            api()
                .put(
                    "/api/v1/permission-sets/AC_CallRecording",
                    "{\"label\":\"x\",\"permissions\":[\"administer\"],\"contacts\":\"all\"}")
                .status())
        .isEqualTo(409);
    assertThat(api().delete("/api/v1/permission-sets/Administrator").status()).isEqualTo(409);
  }

  @Test
  void tokenEndsWithItsTime() {
    var ends = java.time.Instant.now().plusSeconds(3_600);
    var made =
        api()
            .post("/api/v1/tokens", "{\"name\":\"an hour\",\"expiresAt\":\"%s\"}".formatted(ends))
            .json();
    var token = api().withToken(made.path("token").asString());
    assertThat(token.get("/api/v1/session").status()).isEqualTo(200);
    try {
      ahead = Duration.ofSeconds(3_601);
      assertThat(token.get("/api/v1/session").status()).isEqualTo(401);
    } finally {
      ahead = Duration.ZERO;
    }
  }
}
