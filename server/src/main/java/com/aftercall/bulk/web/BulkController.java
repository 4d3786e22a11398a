package com.aftercall.bulk.web;

import com.aftercall.access.Caller;
import com.aftercall.access.ContactRights;
import com.aftercall.access.Permission;
import com.aftercall.bulk.BulkAction;
import com.aftercall.bulk.BulkActions;
import com.aftercall.bulk.BulkKind;
import com.aftercall.contact.ContactId;
import com.aftercall.search.ContactFilter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /api/v1/bulk-actions}. */
@RestController
@RequestMapping("/api/v1/bulk-actions")
class BulkController {

  private static final String NOT_ENCODED =
      "query is not encoded as the address of a page: a percent sign is written %25.";

  /** What the decoder puts where bytes are no UTF-8. */
  private static final char UNDECODABLE = '\uFFFD';

  private final BulkActions actions;

  BulkController(BulkActions actions) {
    this.actions = actions;
  }

  record Start(
      @Nullable String action,
      @Nullable List<@Nullable String> contactIds,
      @Nullable String query) {

    /** Leaves out what was searched for. */
    @Override
    public String toString() {
      return "Start[%s]".formatted(action);
    }
  }

  @GetMapping
  Map<String, List<BulkAction>> list(Caller caller) {
    return Map.of("items", actions.latest(caller.getName()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  BulkAction start(Caller caller, @RequestBody Start start) {
    var kind = kind(start.action());
    ContactRights.require(caller, kind.permission());
    var named = start.contactIds();
    var query = start.query();
    if (named != null && query == null) {
      return actions.start(caller, kind, contacts(named));
    }
    if (query != null && named == null) {
      var parameters = parameters(query);
      if (parameters.keySet().stream().anyMatch(ContactFilter.ABOUT_WORDS::contains)) {
        ContactRights.require(caller, Permission.READ_TRANSCRIPT);
      }
      return actions.start(caller, kind, parameters);
    }
    throw bad("Give either contactIds or query.");
  }

  @GetMapping("/{id}")
  BulkAction find(Caller caller, @PathVariable String id) {
    return require(caller, id);
  }

  @PostMapping("/{id}/undo")
  @ResponseStatus(HttpStatus.ACCEPTED)
  BulkAction undo(Caller caller, @PathVariable String id) {
    require(caller, id);
    if (!actions.undo(id)) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT, "This has ended and cannot be taken back.");
    }
    return require(caller, id);
  }

  @GetMapping("/{id}/file")
  ResponseEntity<InputStreamResource> file(Caller caller, @PathVariable String id) {
    require(caller, id);
    var file =
        actions
            .openFile(id)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no file: it is not ready, or it was removed after a day."));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .contentLength(file.length())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("contacts.zip").build().toString())
        .body(new InputStreamResource(file.stream(0)));
  }

  private BulkAction require(Caller caller, String id) {
    return actions
        .find(caller.getName(), id)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "You have started no such bulk action."));
  }

  private static BulkKind kind(@Nullable String label) {
    try {
      return BulkKind.ofLabel(label == null ? "" : label);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
  }

  private static List<ContactId> contacts(List<@Nullable String> ids) {
    if (ids.isEmpty() || ids.size() > BulkActions.MOST_NAMED) {
      throw bad("contactIds has 1 to %,d ids.".formatted(BulkActions.MOST_NAMED));
    }
    try {
      return ids.stream().map(id -> new ContactId(id == null ? "" : id)).toList();
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
  }

  private static Map<String, List<String>> parameters(String query) {
    var address =
        UriComponentsBuilder.newInstance()
            .query(query.startsWith("?") ? query.substring(1) : query)
            .build();
    Map<String, List<String>> decoded = new LinkedHashMap<>();
    address
        .getQueryParams()
        .forEach(
            (name, values) ->
                decoded.put(decode(name), values.stream().map(BulkController::decode).toList()));
    return decoded;
  }

  /** As browsers write addresses, where a plus is a space; what is no text names no contacts. */
  private static String decode(@Nullable String text) {
    try {
      var decoded = text == null ? "" : URLDecoder.decode(text, StandardCharsets.UTF_8);
      if (decoded.indexOf(UNDECODABLE) < 0) {
        return decoded;
      }
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, NOT_ENCODED, e);
    }
    throw bad(NOT_ENCODED);
  }

  private static ResponseStatusException bad(String detail) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
  }
}
