package com.aftercall.storage.web;

import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Takes recordings from {@code ingest}, so that a machine without the files' disk can hand them in.
 */
@RestController
class ObjectController {

  private static final String PREFIX = "/api/v1/objects/";

  private final ObjectStore objects;

  ObjectController(ObjectStore objects) {
    this.objects = objects;
  }

  @PutMapping(PREFIX + "{bucket}/{*key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void put(
      HttpServletRequest request,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String condition)
      throws IOException {
    // The raw path, because a key may hold characters that path matching would decode twice or
    // trim.
    var path = URI.create(request.getRequestURI()).getPath();
    var place = ObjectLocation.parse(path.substring(PREFIX.length()));
    if (!"*".equals(condition)) {
      objects.put(place, request.getInputStream());
    } else if (!objects.putIfAbsent(place, request.getInputStream())) {
      throw new ResponseStatusException(
          HttpStatus.PRECONDITION_FAILED, "There is an object already; it was left as it is.");
    }
  }
}
