package com.aftercall.storage.web;

import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

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
  void put(HttpServletRequest request) throws IOException {
    // The raw path, because a key may hold characters that path matching would decode twice or
    // trim.
    var path = URI.create(request.getRequestURI()).getPath();
    objects.put(ObjectLocation.parse(path.substring(PREFIX.length())), request.getInputStream());
  }
}
