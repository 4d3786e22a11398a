package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What {@code /openapi} says is there, is there, and nothing else is. */
class OpenApiIT extends RunningServer {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final RequestMappingHandlerMapping handlers;

  @Autowired
  OpenApiIT(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
    this.handlers = handlers;
  }

  @Test
  void everyCallIsDescribedAndEveryDescriptionHasItsCall() {
    assertThat(described()).containsExactlyInAnyOrderElementsOf(handled());
  }

  @Test
  void healthAnswersAsDescribed() {
    var answer = api().withoutToken().get("/health");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asString()).isEqualTo("UP");
  }

  @Test
  void everyCallButThoseMarkedOpenWantsAToken() {
    var description = api().get("/openapi").json();
    for (var path : description.path("paths").properties()) {
      for (var call : path.getValue().properties()) {
        if (!METHODS.contains(call.getKey()) || call.getValue().path("security").isArray()) {
          continue;
        }
        var answer =
            api()
                .withoutToken()
                .send(
                    call.getKey().toUpperCase(Locale.ROOT),
                    path.getKey().replaceAll("\\{[a-zA-Z]+}", "x"),
                    java.net.http.HttpRequest.BodyPublishers.ofString("{}"),
                    "Content-Type",
                    "application/json");

        assertThat(answer.status()).as(call.getKey() + " " + path.getKey()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      }
    }
  }

  private Set<String> described() {
    var calls = new TreeSet<String>();
    for (var path : api().get("/openapi").json().path("paths").properties()) {
      for (var call : path.getValue().properties()) {
        if (METHODS.contains(call.getKey()) && !path.getKey().equals("/health")) {
          calls.add(call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return calls;
  }

  private Set<String> handled() {
    return handlers.getHandlerMethods().entrySet().stream()
        .filter(e -> e.getValue().getBeanType().getPackageName().startsWith("com.aftercall"))
        .flatMap(
            e ->
                e.getKey().getMethodsCondition().getMethods().stream()
                    .map(RequestMethod::name)
                    .flatMap(
                        method ->
                            e.getKey().getPatternValues().stream()
                                .map(path -> method + " " + path.replace("{*", "{"))))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
