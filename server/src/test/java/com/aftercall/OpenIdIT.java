package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signing in with an OpenID Connect provider, and everything with which that must not work. */
class OpenIdIT extends RunningServer {

  private static final String BEGIN = "/login/oidc/double";

  private record Browser(String location, String state) {}

  private Browser begin() {
    var answer = api().withoutToken().get(BEGIN + "?next=/contacts");
    assertThat(answer.status()).as(answer.text()).isEqualTo(302);
    return new Browser(answer.header("Location"), answer.header("Set-Cookie").split(";", 2)[0]);
  }

  private Api.Answer finish(Browser browser) {
    return api()
        .withoutToken()
        .get(
            BEGIN + "/callback?" + OpenIdDouble.get().signIn(browser.location()),
            "Cookie",
            browser.state());
  }

  private static String cookie(Api.Answer answer) {
    assertThat(answer.status()).as(answer.header("Location")).isEqualTo(200);
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("aftercall_session="))
        .findFirst()
        .orElseThrow()
        .split(";", 2)[0];
  }

  private static void assertRefused(Api.Answer answer) {
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).matches("(http://127\\.0\\.0\\.1:\\d+)?/login#error=.+");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("aftercall_session="));
  }

  @Test
  void whoComesForTheFirstTimeGetsAnAccountAndTheGroupsOfHisClaims() {
    api()
        .post(
            "/api/v1/groups",
            "{\"name\":\"Listeners\",\"claim\":\"ears\",\"permissionSets\":[\"AC_CallRecording\"]}");
    OpenIdDouble.get()
        .claims(
            claims ->
                claims
                    .subject("sub-1")
                    .claim("preferred_username", "openid.first")
                    .claim("name", "First User")
                    .claim("groups", List.of("ears", "others")));
    var answer = finish(begin());
    assertThat(answer.text()).contains("url=/contacts");

    var session = api().withoutToken().get("/api/v1/session", "Cookie", cookie(answer)).json();
    assertThat(session.path("name").asString()).isEqualTo("First User");
    assertThat(session.path("rights").toString()).contains("listen");

    OpenIdDouble.get().claims(claims -> claims.subject("sub-1"));
    var again = cookie(finish(begin()));
    var later = api().withoutToken().get("/api/v1/session", "Cookie", again).json();
    assertThat(later.path("id")).isEqualTo(session.path("id"));
    assertThat(later.path("rights").size()).as("the claim is gone").isZero();
  }

  @Test
  void statementOfAStrangerIsRefused() {
    OpenIdDouble.get().claims(claims -> claims.subject("sub-2"));
    OpenIdDouble.get().signWithAKeyThatIsNotPublished();

    assertRefused(finish(begin()));
  }

  @Test
  void statementForAnotherServerOrSignInOrFromBeforeIsRefused() {
    var provider = OpenIdDouble.get();
    provider.claims(claims -> claims.subject("sub-3").audience("other"));
    assertRefused(finish(begin()));
    provider.claims(claims -> claims.subject("sub-3").claim("nonce", "other"));
    assertRefused(finish(begin()));
    provider.claims(claims -> claims.subject("sub-3").issuer("http://127.0.0.1:1"));
    assertRefused(finish(begin()));
    provider.claims(
        claims ->
            claims.subject("sub-3").expirationTime(Date.from(Instant.now().minusSeconds(120))));
    assertRefused(finish(begin()));
  }

  @Test
  void signInBegunInAnotherBrowserIsNotFinishedInThisOne() {
    OpenIdDouble.get().claims(claims -> claims.subject("sub-4"));
    var mine = begin();
    var other = begin();

    assertRefused(finish(new Browser(other.location(), mine.state())));
  }

  @Test
  void callbackWorksOnce() {
    OpenIdDouble.get().claims(claims -> claims.subject("sub-5"));
    var browser = begin();
    cookie(finish(browser));

    assertRefused(finish(browser));
  }

  @Test
  void accountWithAPasswordIsNotTakenOver() {
    var id =
        api()
            .post("/api/v1/users", "{\"userName\":\"openid.local\",\"active\":true}")
            .json()
            .path("id")
            .asString();
    api().put("/api/v1/users/" + id + "/password", "{\"password\":\"quiet brass monkey 3\"}");
    OpenIdDouble.get()
        .claims(claims -> claims.subject("sub-6").claim("preferred_username", "OpenId.Local"));

    assertRefused(finish(begin()));
  }

  @Test
  void loginPageLearnsOfTheProviderAndAnUnknownOneIsNotFound() {
    assertThat(api().withoutToken().get("/api/v1/sign-in-options").text())
        .contains("/login/oidc/double");
    assertThat(api().withoutToken().get("/login/oidc/none").status()).isEqualTo(404);
    var away = api().withoutToken().get(BEGIN + "?next=//evil.example");
    assertThat(away.status()).isEqualTo(302);
  }
}
