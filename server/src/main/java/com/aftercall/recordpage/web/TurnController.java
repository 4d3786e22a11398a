package com.aftercall.recordpage.web;

import com.aftercall.access.Caller;
import com.aftercall.access.ContactRights;
import com.aftercall.access.Permission;
import com.aftercall.contact.ContactId;
import com.aftercall.search.ContactIndex;
import com.aftercall.transcript.Corrections;
import com.aftercall.transcript.Corrections.Result;
import com.aftercall.transcript.TranscriptExport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** Putting right what the engine misheard. */
@RestController
@RequestMapping("/api/v1/contacts/{contactId}/turns/{turn}")
class TurnController {

  private final Corrections corrections;
  private final ContactIndex index;
  private final ContactRights rights;

  TurnController(Corrections corrections, ContactIndex index, ContactRights rights) {
    this.rights = rights;
    this.corrections = corrections;
    this.index = index;
  }

  @PutMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] correct(
      Caller caller,
      @PathVariable ContactId contactId,
      @PathVariable int turn,
      @RequestBody JsonNode request) {
    // The answer holds what is said.
    rights.require(caller, Permission.READ_TRANSCRIPT, contactId.value());
    return switch (correct(caller, contactId, turn, text(request), expected(request))) {
      case Result.Corrected corrected -> {
        index.refresh(contactId);
        yield TranscriptExport.json(corrected.turn()).getBytes(StandardCharsets.UTF_8);
      }
      case Result.NoTurn missing -> throw noTurn();
      case Result.Overtaken overtaken ->
          throw new ResponseStatusException(
              HttpStatus.CONFLICT,
              "This turn says something else by now. Look at it again before you correct it.");
    };
  }

  private Result correct(
      Caller caller,
      ContactId contact,
      int turn,
      @Nullable String text,
      @Nullable String expected) {
    var author = new Corrections.Author(caller.getName(), caller.displayName());
    try {
      return corrections.correct(contact, turn, text, expected, author);
    } catch (IllegalArgumentException e) {
      throw bad(String.valueOf(e.getMessage()));
    }
  }

  /** Null takes corrections back, so leaving it out by mistake must not. */
  private static @Nullable String text(JsonNode request) {
    var text = request.path("text");
    if (!text.isString() && !text.isNull()) {
      throw bad("text is the new wording, or null to take all corrections back.");
    }
    return text.isNull() ? null : text.stringValue();
  }

  private static @Nullable String expected(JsonNode request) {
    var expected = request.path("expected");
    if (!expected.isString() && !expected.isNull() && !expected.isMissingNode()) {
      throw bad("expected is the text of the turn as you saw it.");
    }
    return expected.isString() ? expected.stringValue() : null;
  }

  @GetMapping("/history")
  Map<String, List<Corrections.Wording>> history(
      @PathVariable ContactId contactId, @PathVariable int turn) {
    return Map.of(
        "items", corrections.history(contactId, turn).orElseThrow(TurnController::noTurn));
  }

  private static ResponseStatusException noTurn() {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "This contact has no such turn; turns count from 0.");
  }

  private static ResponseStatusException bad(String detail) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
  }
}
