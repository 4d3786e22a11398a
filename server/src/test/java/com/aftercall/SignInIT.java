package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tokens, codes and sessions. */
class SignInIT extends RunningServer {

  @Test
  void tokenOpensUntilItIsRevoked() {
    var made = api().post("/api/v1/tokens", "{\"name\":\"short-lived\"}");
    assertThat(made.status()).isEqualTo(201);
    var with = "Bearer " + made.json().path("token").asString();
    var anybody = api().withoutToken();
    assertThat(anybody.get("/api/v1/session", "Authorization", with).json().path("name").asString())
        .isEqualTo("short-lived");
    assertThat(api().get("/api/v1/tokens").text())
        .contains("short-lived")
        .doesNotContain(made.json().path("token").asString());

    api().delete("/api/v1/tokens/" + made.json().path("id").asString());

    assertThat(anybody.get("/api/v1/session", "Authorization", with).status()).isEqualTo(401);
    assertThat(anybody.get("/api/v1/session", "Authorization", "Bearer wrong").status())
        .isEqualTo(401);
  }

  @Test
  void tokenNeedsAName() {
    assertThat(api().post("/api/v1/tokens", "{}").status()).isEqualTo(400);
    assertThat(api().post("/api/v1/tokens", "{\"name\":\"" + "x".repeat(101) + "\"}").status())
        .isEqualTo(400);
  }

  @Test
  void codeSignsInOnce() {
    var code = "{\"code\":\"" + code() + "\"}";
    var anybody = api().withoutToken();

    assertThat(anybody.post("/api/v1/session", code).status()).isEqualTo(200);
    assertThat(anybody.post("/api/v1/session", code).status()).isEqualTo(401);
  }

  @Test
  void codeEndsAfterTenMinutes() {
    var code = "{\"code\":\"" + code() + "\"}";
    try {
      ahead = Duration.ofMinutes(10).plusSeconds(1);
      assertThat(api().withoutToken().post("/api/v1/session", code).status()).isEqualTo(401);
    } finally {
      ahead = Duration.ZERO;
    }
  }

  @Test
  void wrongTokenDoesNotSignIn() {
    var anybody = api().withoutToken();

    assertThat(anybody.post("/api/v1/session", "{\"token\":\"act_wrong\"}").status())
        .isEqualTo(401);
    assertThat(anybody.post("/api/v1/session", "{}").status()).isEqualTo(401);
  }

  @Test
  void cookieReadsAndWithTheHeaderAlsoWrites() {
    var cookie = signIn();
    var anybody = api().withoutToken();

    assertThat(anybody.get("/api/v1/contacts", "Cookie", cookie).status()).isEqualTo(200);
    assertThat(anybody.post("/api/v1/sign-in-codes", "", "Cookie", cookie).status())
        .as("as another site could make the browser do")
        .isEqualTo(401);
    assertThat(
            anybody
                .post("/api/v1/sign-in-codes", "", "Cookie", cookie, "X-Aftercall", "1")
                .status())
        .isEqualTo(201);
  }

  @Test
  void sessionEndsWhenItIsEnded() {
    var cookie = signIn();
    var anybody = api().withoutToken();

    assertThat(anybody.delete("/api/v1/session", "Cookie", cookie, "X-Aftercall", "1").status())
        .isEqualTo(204);

    assertThat(anybody.get("/api/v1/contacts", "Cookie", cookie).status()).isEqualTo(401);
  }

  @Test
  void sessionEndsAfterTwelveHours() {
    var cookie = signIn();
    try {
      ahead = Duration.ofHours(12).plusSeconds(1);
      assertThat(api().withoutToken().get("/api/v1/contacts", "Cookie", cookie).status())
          .isEqualTo(401);
    } finally {
      ahead = Duration.ZERO;
    }
  }

  @Test
  void cookieIsOutOfReachOfScriptsAndOtherSites() {
    var answer = api().withoutToken().post("/api/v1/session", "{\"code\":\"" + code() + "\"}");

    assertThat(answer.header("Set-Cookie"))
        .startsWith("aftercall_session=acs_")
        .contains("HttpOnly", "SameSite=Strict", "Path=/");
  }

  @Test
  void loginPageAndHealthAreOpenAndOtherPagesLeadToTheLogin() {
    var anybody = api().withoutToken();

    assertThat(anybody.get("/health").status()).isEqualTo(200);
    assertThat(anybody.get("/login", "Accept", "text/html").status()).isEqualTo(200);
    var page = anybody.get("/contacts/x", "Accept", "text/html");
    assertThat(page.status()).isEqualTo(302);
    assertThat(page.header("Location")).endsWith("/login?next=%2Fcontacts%2Fx");
    assertThat(anybody.get("/contacts/x").status()).isEqualTo(401);
    assertThat(anybody.get("/openapi").status()).isEqualTo(401);
  }

  private String code() {
    return api().post("/api/v1/sign-in-codes", "").json().path("code").asString();
  }

  private String signIn() {
    var cookie =
        api()
            .withoutToken()
            .post("/api/v1/session", "{\"code\":\"" + code() + "\"}")
            .header("Set-Cookie");
    return cookie.substring(0, cookie.indexOf(';'));
  }
}
