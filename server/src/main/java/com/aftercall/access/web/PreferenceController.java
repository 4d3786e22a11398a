package com.aftercall.access.web;

import com.aftercall.access.Caller;
import com.aftercall.access.Preferences;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/v1/preferences}. */
@RestController
class PreferenceController {

  private static final int LIMIT_CHARACTERS = 64 << 10;
  private static final Set<String> ITEM = Set.of("label", "path");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Preferences preferences;

  PreferenceController(Preferences preferences) {
    this.preferences = preferences;
  }

  @GetMapping("/api/v1/preferences")
  JsonNode get(Caller caller) {
    return preferences.find(caller).map(JSON::readTree).orElseGet(JSON::createObjectNode);
  }

  @PutMapping("/api/v1/preferences")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void put(Caller caller, @RequestBody JsonNode content) {
    check(content);
    var json = JSON.writeValueAsString(content);
    if (json.length() > LIMIT_CHARACTERS) {
      throw bad("These preferences are longer than 64 KB; keep less.");
    }
    if (json.contains("\\u0000")) {
      throw bad("A NUL character cannot be kept.");
    }
    preferences.put(caller, json);
  }

  private static void check(JsonNode content) {
    if (!content.isObject()) {
      throw bad("Preferences are one JSON object.");
    }
    var navigation = content.path("navigation");
    if (!navigation.isMissingNode()
        && !(navigation.isArray()
            && navigation.valueStream().allMatch(PreferenceController::leads))) {
      throw bad("navigation is a list of items with label and path; a path begins with one slash.");
    }
    var columns = content.path("columns");
    if (!columns.isMissingNode()
        && !(columns.isArray() && columns.valueStream().allMatch(JsonNode::isString))) {
      throw bad("columns is a list of names.");
    }
  }

  /** To a page of this server: what begins with two slashes would lead to another. */
  private static boolean leads(JsonNode item) {
    return item.isObject()
        && ITEM.stream().allMatch(name -> item.path(name).isString())
        && item.path("path").stringValue("").matches("/([^/\\\\].*)?");
  }

  private static ResponseStatusException bad(String detail) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
  }
}
