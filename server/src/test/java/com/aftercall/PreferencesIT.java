package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each caller set in the console. */
class PreferencesIT extends RunningServer {

  private static final String PATH = "/api/v1/preferences";

  @Test
  void preferencesAreEmptyUntilTheyArePutAndComeBackAsTheyWere() {
    var caller = newCaller("asks");
    assertThat(caller.get(PATH).text()).isEqualTo("{}");
    var content =
        "{\"navigation\":[{\"label\":\"Fehler ü\",\"path\":\"/contacts?state=failed\"}],"
            + "\"columns\":[\"agent\",\"queue\"],\"later\":{\"theme\":[1,null,true]}}";

    assertThat(caller.put(PATH, content).status()).isEqualTo(204);
    assertThat(caller.get(PATH).text()).isEqualTo(content);

    assertThat(caller.put(PATH, "{\"columns\":[]}").status()).isEqualTo(204);
    assertThat(caller.get(PATH).text()).isEqualTo("{\"columns\":[]}");
  }

  @Test
  void eachCallerHasHisOwn() {
    var one = newCaller("one");
    var two = newCaller("two");
    one.put(PATH, "{\"columns\":[\"agent\"]}");

    assertThat(two.get(PATH).text()).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "{\"navigation\":{}}",
        "{\"navigation\":[{\"label\":\"x\"}]}",
        "{\"navigation\":[{\"label\":\"x\",\"path\":\"https://elsewhere.example\"}]}",
        "{\"navigation\":[{\"label\":\"x\",\"path\":\"//elsewhere.example\"}]}",
        "{\"navigation\":[{\"label\":\"x\",\"path\":\"javascript:alert(1)\"}]}",
        "{\"columns\":[1]}",
        "{\"x\":\"\\u0000\"}",
        "{"
      })
  void whatIsNoPreferencesIsRefusedWithAReason(String content) {
    var caller = newCaller("wrong");
    var answer = caller.put(PATH, content);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asString()).isNotBlank();
    assertThat(caller.get(PATH).text()).isEqualTo("{}");
  }

  @Test
  void sixtyFourKilobytesAreKeptAndMoreAreNot() {
    var caller = newCaller("long");
    var frame = "{\"x\":\"\"}".length();

    assertThat(caller.put(PATH, "{\"x\":\"" + "x".repeat(65_536 - frame) + "\"}").status())
        .isEqualTo(204);
    assertThat(caller.put(PATH, "{\"x\":\"" + "x".repeat(65_537 - frame) + "\"}").status())
        .isEqualTo(400);
  }

  private Api newCaller(String name) {
    return api()
        .withToken(
            api()
                .post("/api/v1/tokens", "{\"name\":\"" + name + "\"}")
                .json()
                .path("token")
                .asString());
  }
}
